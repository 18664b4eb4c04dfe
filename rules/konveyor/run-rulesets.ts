import { sortBy } from '../../model/order.js';
import type { Problem } from '../../model/problem.js';
import type { Project } from '../../workspace/project.js';
import { conditionKinds } from '../conditions/registry.js';
import { compileSelector } from '../engine/labels.js';
import type { RuleSet } from '../engine/rule.js';
import type { IncidentLimits } from './incidents.js';
import type { OutputRuleSet } from './output.js';
import { createResults, runRule, runTaggingRule, toOutput, type Results } from './results.js';
import { createScope } from './scope.js';

export interface RunRuleSetsOptions {
  readonly ruleSets: readonly RuleSet[];
  readonly project: Project;
  /** Label selector; absent: all rules run. */
  readonly selector?: string;
  readonly limits?: Partial<IncidentLimits>;
}

export interface RuleSetRun {
  /** As in output.yaml, sorted by name; rulesets of one name are one. */
  readonly output: readonly OutputRuleSet[];
  readonly problems: readonly Problem[];
}

const defaultLimits: IncidentLimits = { incidents: 1500, snippets: 20, contextLines: 10 };

/**
 * Runs rulesets as Konveyor's analyzer does, over all files of the location, quirks included; only its undetermined
 * orders are determined here: file name order, and a stable sort.
 */
export function runRuleSets({ ruleSets, project, selector, limits }: RunRuleSetsOptions): RuleSetRun {
  const problems: Problem[] = [];
  const selects = selector === undefined ? () => true : compileSelector(selector);
  if (!selects) return { output: [], problems };
  const scope = createScope(
    project,
    ruleSets.flatMap((set) => set.rules),
  );
  const byName = new Map<string, Results>();
  const pairs = ruleSets.flatMap((set) => set.rules.map((rule) => ({ set, rule })));
  for (const set of ruleSets) {
    const results = byName.get(set.name) ?? createResults(set.name);
    byName.set(set.name, { ...results, description: set.description });
  }
  const context = { scope, kinds: conditionKinds, limits: { ...defaultLimits, ...limits }, problems };
  const chosen = pairs.filter(({ set, rule }) => {
    const selected = selects([...rule.labels, ...set.labels]);
    if (!selected) byName.get(set.name)?.skipped.push(rule.id);
    return selected;
  });
  const isTagging = (item: (typeof pairs)[number]): boolean => item.rule.tags.length > 0;
  const last = ({ rule }: (typeof pairs)[number]): number =>
    rule.when.kind === 'capability' && rule.when.capability === 'builtin.hasTags' ? 1 : 0;
  for (const { set, rule } of sortBy(chosen.filter(isTagging), (item) => [last(item)])) {
    const results = byName.get(set.name);
    if (results) runTaggingRule(rule, set, results, context);
  }
  for (const { set, rule } of chosen) {
    const plain = rule.tags.length === 0 || (rule.message !== undefined && (rule.effort ?? 0) > 0);
    const results = byName.get(set.name);
    if (plain && results) runRule(rule, set, results, context);
  }
  return { output: sortBy(byName.values(), (results) => [results.name]).map(toOutput), problems };
}

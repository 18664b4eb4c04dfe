import { compareStrings, sortBy } from '../../model/order.js';
import type { Problem } from '../../model/problem.js';
import type { ConditionKinds, Incident } from '../engine/condition.js';
import { evaluateWhen } from '../engine/evaluate.js';
import { renderMustache } from '../engine/mustache.js';
import type { Rule, RuleSet } from '../engine/rule.js';
import type { Scope } from '../engine/scope.js';
import { ruleTexts } from '../engine/texts.js';
import { makeIncidents, type IncidentLimits } from './incidents.js';
import type { OutputRuleSet, OutputViolation } from './output.js';
import { visibleNames } from './tags.js';

/** What a ruleset's rules have found so far. */
export interface Results {
  readonly name: string;
  readonly description: string;
  readonly tags: Set<string>;
  readonly violations: Map<string, OutputViolation>;
  readonly insights: Map<string, OutputViolation>;
  readonly errors: Map<string, string>;
  readonly unmatched: string[];
  readonly skipped: string[];
}

export interface RunContext {
  readonly scope: Scope;
  readonly kinds: ConditionKinds;
  readonly limits: IncidentLimits;
  readonly problems: Problem[];
}

export function createResults(name: string): Results {
  return {
    name,
    description: '',
    tags: new Set(),
    violations: new Map(),
    insights: new Map(),
    errors: new Map(),
    unmatched: [],
    skipped: [],
  };
}

/** A rule without tags, or the second run of one with message, tags and effort. */
export function runRule(rule: Rule, set: RuleSet, results: Results, context: RunContext): void {
  const incidents = evaluate(rule, results, context);
  if (!incidents) return;
  const category = rule.message === undefined ? {} : { category: rule.category };
  store(
    rule,
    results,
    makeViolation(rule, set, incidents, { category, tags: renderTags(rule, incidents), context }),
  );
}

/** A rule with tags: sets them, and leaves an entry that says so. */
export function runTaggingRule(rule: Rule, set: RuleSet, results: Results, context: RunContext): void {
  const incidents = evaluate(rule, results, context);
  if (!incidents) return;
  const tags = renderTags(rule, incidents);
  for (const tag of tags) {
    results.tags.add(tag);
    for (const name of visibleNames(tag)) context.scope.tags.add(name);
  }
  store(rule, results, makeViolation(rule, set, incidents, { category: {}, tags, context }));
}

function evaluate(rule: Rule, results: Results, context: RunContext): readonly Incident[] | undefined {
  const outcome = evaluateWhen(rule.when, context.scope, context.kinds);
  if (outcome.error !== undefined) {
    results.errors.set(rule.id, outcome.error.en);
    context.problems.push({
      code: 'rule-failed',
      file: rule.file,
      line: rule.line,
      message: ruleTexts.failed(rule.id, outcome.error),
      hint: ruleTexts.failedHint(),
    });
    return undefined;
  }
  if (outcome.matched && outcome.incidents.length > 0) return outcome.incidents;
  results.unmatched.push(rule.id);
  return undefined;
}

function renderTags(rule: Rule, incidents: readonly Incident[]): string[] {
  const rendered = rule.tags.flatMap((tag) =>
    tag.includes('{{')
      ? incidents.map((incident) => renderMustache(tag, incident.variables, { escape: true }))
      : [tag],
  );
  return [...new Set(rendered)];
}

function makeViolation(
  rule: Rule,
  set: RuleSet,
  incidents: readonly Incident[],
  {
    category,
    tags,
    context,
  }: { category: { category?: string }; tags: readonly string[]; context: RunContext },
): OutputViolation {
  const labels = [...new Set([...rule.labels, ...set.labels, ...tags.map((tag) => `tag=${tag}`)])].sort(
    compareStrings,
  );
  const links = sortBy(rule.message === undefined ? [] : rule.links, ({ title, url }) => [title, url]);
  return {
    description: rule.description,
    ...category,
    ...(labels.length > 0 ? { labels } : {}),
    incidents: makeIncidents(rule, incidents, context.scope, context.limits),
    ...(links.length > 0 ? { links } : {}),
    ...(rule.effort === undefined ? {} : { effort: rule.effort }),
  };
}

function store(rule: Rule, results: Results, violation: OutputViolation): void {
  if ((rule.effort ?? 0) > 0) results.violations.set(rule.id, violation);
  else results.insights.set(rule.id, violation);
}

/** The ruleset as output.yaml has it: empty members omitted, everything sorted. */
export function toOutput(results: Results): OutputRuleSet {
  const record = <T>(map: ReadonlyMap<string, T>): Record<string, T> =>
    Object.fromEntries([...map].sort(([a], [b]) => compareStrings(a, b)));
  const list = (items: Iterable<string>): string[] => [...items].sort(compareStrings);
  return {
    name: results.name,
    ...(results.description === '' ? {} : { description: results.description }),
    ...(results.tags.size > 0 ? { tags: list(results.tags) } : {}),
    ...(results.violations.size > 0 ? { violations: record(results.violations) } : {}),
    ...(results.insights.size > 0 ? { insights: record(results.insights) } : {}),
    ...(results.errors.size > 0 ? { errors: record(results.errors) } : {}),
    ...(results.unmatched.length > 0 ? { unmatched: list(results.unmatched) } : {}),
    ...(results.skipped.length > 0 ? { skipped: list(results.skipped) } : {}),
  };
}

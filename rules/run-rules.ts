import type { Evidence } from '../model/evidence.js';
import type { Fact } from '../model/fact.js';
import type { Finding } from '../model/finding.js';
import { sortBy } from '../model/order.js';
import type { Problem } from '../model/problem.js';
import type { Text } from '../model/text.js';
import type { Project, SourceFile } from '../workspace/project.js';
import { conditionKinds } from './conditions/registry.js';
import type { Incident } from './engine/condition.js';
import { isEligible } from './engine/eligible.js';
import { evaluateWhen } from './engine/evaluate.js';
import { renderMustache } from './engine/mustache.js';
import { textOf } from './engine/parameters.js';
import type { DrydockBlock, Rule } from './engine/rule.js';
import type { Scope } from './engine/scope.js';
import { ruleTexts } from './engine/texts.js';
import { isSecretKey, mask } from '../workspace/mask.js';
import { triggersOf } from './triggers.js';

export interface RunRulesOptions {
  /** Rules without a `drydock` block are not run: they make incidents, not findings. */
  readonly rules: readonly Rule[];
  readonly project: Project;
  /** Facts of every component, as assembled. */
  readonly facts: readonly Fact[];
  /** Id of the component whose unit holds the file; undefined for files of none, which are not looked at. */
  readonly componentOf: (path: string) => string | undefined;
}

export interface RuleRun {
  /** Sorted by component, file, line and rule; one per rule and place. */
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

type FindingRule = Rule & { readonly drydock: DrydockBlock };

/**
 * Finds what stands in the way of a move. Each rule is evaluated once per component, on the files that are the
 * component's own: not vendored, not generated, not tests, samples or documentation, and never in comments.
 */
export function runRules({ rules, project, facts, componentOf }: RunRulesOptions): RuleRun {
  const usable = rules.filter((rule): rule is FindingRule => rule.drydock !== undefined);
  const findings: Finding[] = [];
  const problems: Problem[] = [];
  for (const [component, scope] of scopesOf(usable, project, facts, componentOf)) {
    const places = new Map<string, Placed[]>();
    for (const rule of usable) {
      const outcome = evaluateWhen(rule.when, scope, conditionKinds);
      if (outcome.error !== undefined) problems.push(failure(rule, outcome.error));
      else if (outcome.matched) addPlaces(rule, outcome.incidents, places);
    }
    const superseded = new Set<Placed>();
    for (const placed of places.values()) markSuperseded(placed, superseded);
    const kept = [...places.values()].flat().filter((placed) => !superseded.has(placed));
    for (const placed of limitRepeats(kept)) findings.push(toFinding(placed, component));
  }
  const keys = ({ component, evidence, rule }: Finding): (string | number)[] => [
    component,
    evidence.file,
    evidence.line ?? 0,
    rule,
  ];
  return { findings: sortBy(findings, keys), problems: dedupe(problems) };
}

function scopesOf(
  rules: readonly FindingRule[],
  project: Project,
  facts: readonly Fact[],
  componentOf: (path: string) => string | undefined,
): ReadonlyMap<string, Scope> {
  const byComponent = new Map<string, SourceFile[]>();
  for (const fact of facts) if (!byComponent.has(fact.component)) byComponent.set(fact.component, []);
  for (const file of project.files) {
    const component = isEligible(file) ? componentOf(file.path) : undefined;
    if (component === undefined) continue;
    const files = byComponent.get(component);
    if (files) files.push(file);
    else byComponent.set(component, [file]);
  }
  const triggers = triggersOf(rules);
  const java = new Set(project.sourcesWith('java', triggers.java));
  const php = new Set(project.sourcesWith('php', triggers.php));
  const scopes = new Map<string, Scope>();
  for (const [component, files] of [...byComponent].sort(([a], [b]) => (a < b ? -1 : 1))) {
    scopes.set(component, {
      semantics: 'precise',
      project,
      files,
      facts: facts.filter((fact) => fact.component === component),
      tags: new Set(),
      java: files.filter((file) => java.has(file)),
      php: files.filter((file) => php.has(file)),
      cache: new Map(),
    });
  }
  return scopes;
}

/** A rule's hit at a place. */
interface Placed {
  readonly rule: FindingRule;
  readonly incident: Incident;
  readonly file: string;
  readonly line: number;
}

function addPlaces(rule: FindingRule, incidents: readonly Incident[], places: Map<string, Placed[]>): void {
  for (const incident of incidents) {
    const file = incident.file?.path ?? incident.evidence?.file;
    if (file === undefined) continue;
    const line = incident.line ?? 0;
    const key = `${file}:${line}`;
    const placed = places.get(key) ?? [];
    if (!placed.some((other) => other.rule === rule)) placed.push({ rule, incident, file, line });
    places.set(key, placed);
  }
}

/** At one place, what a rule supersedes says nothing that it doesn't. */
function markSuperseded(placed: readonly Placed[], superseded: Set<Placed>): void {
  for (const { rule } of placed)
    for (const other of placed) if (rule.drydock.supersedes.includes(other.rule.id)) superseded.add(other);
}

function limitRepeats(placed: readonly Placed[]): Placed[] {
  const seen = new Set<string>();
  return sortBy(placed, ({ file, line, rule }) => [file, line, rule.id]).filter(({ rule, file }) => {
    if (rule.drydock.once === 'place') return true;
    const key = rule.drydock.once === 'file' ? `${rule.id} ${file}` : rule.id;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function toFinding({ rule, incident, line }: Placed, component: string): Finding {
  const { severity, effort, title, message, fix } = rule.drydock;
  const evidence = incident.file?.evidence(rule.id, line === 0 ? undefined : line) ?? incident.evidence;
  if (!evidence) throw new Error(`rule ${rule.id} found something nowhere`);
  const value = rule.drydock.secret ? incident.variables.value : undefined;
  const variables = variablesOf(incident, { secret: rule.drydock.secret });
  const render = (text: Text): Text => ({
    en: renderMustache(text.en, variables, { escape: false }),
    'zh-CN': renderMustache(text['zh-CN'], variables, { escape: false }),
  });
  return {
    rule: rule.id,
    component,
    severity,
    title,
    message: render(message),
    fix: render(fix),
    effort,
    evidence: { ...withoutValue(evidence, value), by: rule.id },
  };
}

const longestVariable = 80;

/** The workspace masks what looks like a secret; a rule that finds secrets knows which text is one. */
function withoutValue(evidence: Evidence, value: unknown): Evidence {
  if (typeof value !== 'string' || value === '' || evidence.excerpt === undefined) return evidence;
  return { ...evidence, excerpt: evidence.excerpt.replaceAll(value, mask) };
}

/** What a message may show: short, and never a secret. */
function variablesOf(
  incident: Incident,
  options: { readonly secret: boolean },
): Readonly<Record<string, unknown>> {
  const secret = options.secret || isSecretKey(textOf(incident.variables.key) ?? '');
  return Object.fromEntries(
    Object.entries(incident.variables).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      if (secret && name === 'value') return [name, mask];
      const plain = value
        .replace(/(:\/\/[^\s:/@]*:)[^\s/@]+@/g, `$1${mask}@`)
        .replace(/((?:password|pwd)=)[^&;\s]+/gi, `$1${mask}`);
      return [name, plain.length > longestVariable ? `${plain.slice(0, longestVariable)}…` : plain];
    }),
  );
}

function failure(rule: Rule, reason: Text): Problem {
  return {
    code: 'rule-failed',
    file: rule.file,
    line: rule.line,
    message: ruleTexts.failed(rule.id, reason),
    hint: ruleTexts.failedHint(),
  };
}

function dedupe(problems: readonly Problem[]): Problem[] {
  const known = new Map(
    problems.map((problem) => [`${problem.file}:${problem.line ?? 0}:${problem.message.en}`, problem]),
  );
  return sortBy(known.values(), ({ file, line }) => [file, line ?? 0]);
}

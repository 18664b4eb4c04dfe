import type { ConditionKinds, Incident } from './condition.js';
import { renderParameters, type Chain } from './chain.js';
import type { ConditionEntry } from './rule.js';
import type { Scope } from './scope.js';
import type { Text } from '../../model/text.js';

export interface Outcome {
  readonly matched: boolean;
  readonly incidents: readonly Incident[];
  /** A provider failed: the whole rule has no result. */
  readonly error: Text | undefined;
}

/** Evaluates a rule's condition. The rule fires when it matched and at least one incident is left. */
export function evaluateWhen(entry: ConditionEntry, scope: Scope, kinds: ConditionKinds): Outcome {
  return evaluateEntry(entry, { scope, kinds, chain: new Map() }).outcome;
}

interface Context {
  readonly scope: Scope;
  readonly kinds: ConditionKinds;
  /** What `as` names hold, as template data. */
  readonly chain: Chain;
}

interface Evaluated {
  readonly outcome: Outcome;
  readonly extras: unknown;
}

function evaluateEntry(entry: ConditionEntry, context: Context): Evaluated {
  const { outcome, extras } =
    entry.kind === 'capability' ? evaluateCapability(entry, context) : evaluateGroup(entry, context);
  if (outcome.error !== undefined) return { outcome, extras };
  const matched = outcome.matched && outcome.incidents.length > 0;
  return { outcome: { ...outcome, matched: matched !== entry.not }, extras };
}

function evaluateCapability(
  entry: Extract<ConditionEntry, { kind: 'capability' }>,
  { scope, kinds, chain }: Context,
): Evaluated {
  const kind = kinds.get(entry.capability);
  if (!kind) throw new Error(`no such capability: ${entry.capability}`);
  const parameters = renderParameters(entry.parameters, chain);
  const result = 'error' in parameters ? { error: parameters.error } : kind.evaluate(parameters.value, scope);
  if ('error' in result)
    return { outcome: { matched: false, incidents: [], error: result.error }, extras: undefined };
  return {
    outcome: { matched: result.incidents.length > 0, incidents: result.incidents, error: undefined },
    extras: result.extras,
  };
}

/** Every entry is evaluated: incidents count even of branches that failed, as the reference does it. */
function evaluateGroup(entry: Extract<ConditionEntry, { kind: 'and' | 'or' }>, context: Context): Evaluated {
  const incidents: Incident[] = [];
  const verdicts: boolean[] = [];
  const chain = new Map(context.chain);
  for (const item of inOrder(entry.entries)) {
    const { outcome, extras } = evaluateEntry(item, { ...context, chain });
    if (outcome.error !== undefined) return { outcome, extras: undefined };
    verdicts.push(outcome.matched);
    if (!item.ignore) incidents.push(...outcome.incidents);
    if (item.as !== undefined) {
      const filepaths = outcome.incidents.map((incident) => incident.file?.path ?? '');
      chain.set(item.as, { filepaths, excludedPaths: [], extras });
    }
  }
  const matched = entry.kind === 'and' ? !verdicts.includes(false) : verdicts.includes(true);
  return { outcome: { matched, incidents, error: undefined }, extras: undefined };
}

/** Entries without `from`, those with `as` first, each followed at once by the entries that build on it. */
function inOrder(entries: readonly ConditionEntry[]): ConditionEntry[] {
  const starts = entries.filter((entry) => entry.from === undefined);
  const ordered: ConditionEntry[] = [];
  const add = (entry: ConditionEntry): void => {
    if (ordered.includes(entry)) return;
    ordered.push(entry);
    if (entry.as === undefined) return;
    for (const next of entries) if (next.from === entry.as) add(next);
  };
  for (const entry of starts) if (entry.as !== undefined) add(entry);
  for (const entry of starts) if (entry.as === undefined) add(entry);
  return ordered;
}

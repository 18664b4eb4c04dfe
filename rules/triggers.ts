import { conditionKinds } from './conditions/registry.js';
import type { Triggers } from './engine/condition.js';
import type { ConditionEntry, Rule } from './engine/rule.js';

/**
 * The words of which a Java or PHP file must contain one before any of the rules can match in it: what a combined
 * search over all sources looks for, so that only those files are parsed. Sorted, without duplicates.
 */
export function triggersOf(rules: readonly Rule[]): Triggers {
  const all = rules.flatMap((rule) => entryTriggers(rule.when));
  const words = (language: keyof Triggers): readonly string[] =>
    [...new Set(all.flatMap((triggers) => triggers[language]))].filter((word) => word !== '').sort();
  return { java: words('java'), php: words('php') };
}

function entryTriggers(entry: ConditionEntry): readonly Triggers[] {
  if (entry.kind !== 'capability') return entry.entries.flatMap(entryTriggers);
  const triggers = conditionKinds.get(entry.capability)?.triggers?.(entry.parameters);
  return triggers ? [triggers] : [];
}

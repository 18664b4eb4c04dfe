import type { Evidence } from '../../model/evidence.js';
import type { Certainty, Fact, UnitFact } from '../../model/fact.js';
import { sortBy } from '../../model/order.js';

const rank: Record<Certainty, number> = { observed: 0, surveyed: 1, declared: 2, inferred: 3 };

/** Serialises a value with sorted keys, so that equal values are equal strings. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The fact of a component that a unit's fact becomes. */
export function placeFact(fact: UnitFact, component: string): Fact {
  const { unit, ...rest } = fact;
  return { ...rest, component };
}

/**
 * One fact for each kind and value: the surest certainty, all the evidence, everything sorted. Facts with different
 * values are all kept.
 */
export function mergeFacts(facts: readonly Fact[]): Fact[] {
  const merged = new Map<string, Fact>();
  for (const fact of facts) {
    const key = `${fact.component}\n${fact.kind}\n${canonical(fact.value)}`;
    const earlier = merged.get(key);
    merged.set(key, earlier ? joinFacts(earlier, fact) : fact);
  }
  return sortBy([...merged.values()], (fact) => {
    const [first] = fact.evidence;
    return [fact.component, fact.kind, first.file, first.line ?? 0, canonical(fact.value)];
  }).map((fact) => ({ ...fact, evidence: sortEvidence(fact.evidence) }));
}

function joinFacts(a: Fact, b: Fact): Fact {
  const surer = rank[a.certainty] <= rank[b.certainty] ? a : b;
  return { ...surer, evidence: sortEvidence([...a.evidence, ...b.evidence]) };
}

function sortEvidence(evidence: readonly Evidence[]): [Evidence, ...Evidence[]] {
  const unique = new Map(evidence.map((one) => [`${one.file}\n${one.line ?? 0}\n${one.by}`, one]));
  return sortBy([...unique.values()], (one) => [one.file, one.line ?? 0, one.by]) as [
    Evidence,
    ...Evidence[],
  ];
}

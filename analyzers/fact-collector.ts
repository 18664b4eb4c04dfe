import type { AnalyzerResult } from './analyzer.js';
import type { Evidence } from '../model/evidence.js';
import type { Certainty, FactKind, UnitFact } from '../model/fact.js';
import type { FactValues } from '../model/fact-values.js';
import type { Problem } from '../model/problem.js';

/** A fact with more places than this says nothing more by listing further ones. */
const EVIDENCE_LIMIT = 12;

/** Gathers facts while an analyzer reads: the same fact said twice is one fact with two pieces of evidence. */
export interface FactCollector {
  add<K extends FactKind>(
    kind: K,
    unit: string,
    value: FactValues[K],
    evidence: Evidence,
    certainty?: Certainty,
  ): void;
  problem(problem: Problem): void;
  result(): AnalyzerResult;
}

/** A collector's `add` for one unit and file: facts seen at a line of it. */
export type AddFact = <K extends FactKind>(
  kind: K,
  value: FactValues[K],
  line: number,
  certainty?: Certainty,
) => void;

interface Draft {
  readonly kind: FactKind;
  readonly unit: string;
  readonly value: FactValues[FactKind];
  certainty: Certainty;
  readonly evidence: Evidence[];
}

/** Certainty is `declared` unless said otherwise; a fact both declared and inferred is declared. */
export function createFactCollector(): FactCollector {
  const drafts = new Map<string, Draft>();
  const problems: Problem[] = [];
  return {
    add(kind, unit, value, evidence, certainty = 'declared') {
      const key = JSON.stringify([kind, unit, value]);
      const draft = drafts.get(key);
      if (!draft) {
        drafts.set(key, { kind, unit, value, certainty, evidence: [evidence] });
        return;
      }
      if (certainty === 'declared') draft.certainty = 'declared';
      const known = draft.evidence.some((e) => e.file === evidence.file && e.line === evidence.line);
      if (!known && draft.evidence.length < EVIDENCE_LIMIT) draft.evidence.push(evidence);
    },
    problem(problem) {
      problems.push(problem);
    },
    result: () => ({ facts: [...drafts.values()].map(toFact), problems }),
  };
}

// A draft's kind and value came in together through `add`, which ties their types.
function toFact(draft: Draft): UnitFact {
  return draft as unknown as UnitFact;
}

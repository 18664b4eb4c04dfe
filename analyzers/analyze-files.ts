import type { FactKind, UnitFact } from '../model/fact.js';
import type { FactValues } from '../model/fact-values.js';
import type { Problem } from '../model/problem.js';
import { createMemoryProject } from '../workspace/memory-project.js';
import type { MemoryProjectOptions } from '../workspace/memory-project.js';
import type { Analyzer } from './analyzer.js';

/** What one analyzer says of files that a test writes down: for tests only. */
export interface Analyzed {
  readonly facts: readonly UnitFact[];
  readonly problems: readonly Problem[];
  /** The facts of one kind, typed. */
  readonly of: <K extends FactKind>(kind: K) => Extract<UnitFact, { kind: K }>[];
  /** `value` and `file:line` of the first evidence, for short comparisons. */
  readonly seen: <K extends FactKind>(kind: K) => [FactValues[K], string][];
}

/** Runs one analyzer on texts by path. */
export async function analyzeFiles(
  analyzer: Analyzer,
  files: Readonly<Record<string, string | Uint8Array>>,
  options: MemoryProjectOptions = {},
): Promise<Analyzed> {
  const project = createMemoryProject(files, options);
  const matched = project.find(analyzer.files, analyzer.origins ? { origins: analyzer.origins } : {});
  const { facts, problems } = await analyzer.analyze(matched, project);
  const of = <K extends FactKind>(kind: K): Extract<UnitFact, { kind: K }>[] =>
    facts.filter((fact): fact is Extract<UnitFact, { kind: K }> => fact.kind === kind);
  return {
    facts,
    problems,
    of,
    seen: <K extends FactKind>(kind: K) =>
      facts
        .filter((fact) => fact.kind === kind)
        .map((fact): [FactValues[K], string] => [
          fact.value as FactValues[K],
          `${fact.evidence[0].file}:${fact.evidence[0].line ?? '-'}`,
        ]),
  };
}

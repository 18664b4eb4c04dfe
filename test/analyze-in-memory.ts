import type { Analyzer } from '../analyzers/analyzer.js';
import type { FactKind, UnitFact } from '../model/fact.js';
import type { FactValues } from '../model/fact-values.js';
import { createMemoryProject, type MemoryProjectOptions } from '../workspace/memory-project.js';
import type { Project } from '../workspace/project.js';

/** What one analyzer found in a project made of texts. */
export interface AnalyzerRun {
  readonly facts: readonly UnitFact[];
  readonly project: Project;
  /** Values of the facts of a kind, in the order in which they were found; of one unit if given. */
  values<K extends FactKind>(kind: K, unit?: string): FactValues[K][];
  /** `file:line` of all their evidence. */
  places(kind: FactKind, unit?: string): string[];
  /** `code file:line` of every problem, sorted. */
  problems(): string[];
}

/** Runs the first phase of one analyzer on files in memory, as the product would. */
export async function analyzeInMemory(
  analyzer: Analyzer,
  files: Readonly<Record<string, string | Uint8Array>>,
  options: MemoryProjectOptions = {},
): Promise<AnalyzerRun> {
  const memory = createMemoryProject(files, options);
  // Members of library archives are given as files here; a real project opens them on demand.
  const project: Project = {
    ...memory,
    members: ({ path }) => memory.files.filter((file) => file.path.startsWith(`${path}!/`)),
  };
  const matched = project.find(analyzer.files, analyzer.origins ? { origins: analyzer.origins } : {});
  const result = matched.length > 0 ? await analyzer.analyze(matched, project) : { facts: [], problems: [] };
  const of = (kind: FactKind, unit?: string): readonly UnitFact[] =>
    result.facts.filter((fact) => fact.kind === kind && (unit === undefined || fact.unit === unit));
  return {
    facts: result.facts,
    project,
    values: <K extends FactKind>(kind: K, unit?: string) =>
      of(kind, unit).map((fact) => fact.value as FactValues[K]),
    places: (kind, unit) =>
      of(kind, unit).flatMap((fact) => fact.evidence.map((one) => `${one.file}:${one.line ?? 0}`)),
    problems: () =>
      [...project.problems(), ...result.problems].map(
        ({ code, file, line }) => `${code} ${file}:${line ?? 0}`,
      ),
  };
}

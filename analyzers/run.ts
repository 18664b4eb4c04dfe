import type { UnitFact } from '../model/fact.js';
import type { Problem } from '../model/problem.js';
import type { Project } from '../workspace/project.js';
import type { Analyzer } from './analyzer.js';

/** The words that any analyzer wants files parsed for, sorted and unique. */
export function triggersOf(analyzers: readonly Analyzer[]): { java: string[]; php: string[] } {
  const collect = (language: 'java' | 'php'): string[] =>
    [...new Set(analyzers.flatMap((analyzer) => analyzer.triggers?.[language] ?? []))].sort();
  return { java: collect('java'), php: collect('php') };
}

/** Runs the first phase of every analyzer whose files match. The order of analyzers does not matter to the result. */
export async function runAnalyzers(
  analyzers: readonly Analyzer[],
  project: Project,
): Promise<{ facts: readonly UnitFact[]; problems: readonly Problem[] }> {
  const facts: UnitFact[] = [];
  const problems: Problem[] = [];
  for (const analyzer of analyzers) {
    const matched = project.find(analyzer.files, analyzer.origins ? { origins: analyzer.origins } : {});
    if (matched.length === 0) continue;
    const result = await analyzer.analyze(matched, project);
    facts.push(...result.facts);
    problems.push(...result.problems);
  }
  return { facts, problems };
}

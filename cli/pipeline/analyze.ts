import { relative } from 'node:path';
import { assemble } from '../../analyzers/assemble/assemble.js';
import { linkApplications } from '../../analyzers/assemble/link.js';
import { makeUnique, toLabel } from '../../analyzers/assemble/names.js';
import { parseJarName } from '../../analyzers/jar-name.js';
import { analyzers } from '../../analyzers/registry.js';
import { runAnalyzers, triggersOf as triggersOfAnalyzers } from '../../analyzers/run.js';
import type { Analysis, Application } from '../../model/analysis.js';
import { sortBy } from '../../model/order.js';
import type { Problem } from '../../model/problem.js';
import { loadOwnRules } from '../../rules/load/own-rules.js';
import { runRules } from '../../rules/run-rules.js';
import { triggersOf as triggersOfRules } from '../../rules/triggers.js';
import { findApplications, nameOfPlace } from '../../workspace/applications.js';
import type { ApplicationPlace } from '../../workspace/applications.js';
import { openProject } from '../../workspace/directory-project.js';
import type { Project } from '../../workspace/project.js';
import { prepareSources } from '../../workspace/scan.js';
import type { SourceTriggers } from '../../workspace/scan.js';
import { pipelineTexts as texts } from '../texts/pipeline.js';
import type { Progress } from '../progress.js';

export interface AnalyzeOptions {
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

/** A release's number is no part of an application's name: the next release is the same application. */
function labelOf(place: ApplicationPlace): string {
  const name = nameOfPlace(place);
  return place.archive ? parseJarName(name).name : name;
}

type Rules = ReturnType<typeof loadOwnRules>['rules'];

/** What all applications of a run share. */
interface Run {
  readonly rules: Rules;
  /** Words of all analyzers and rules: sources are searched for all of them in one pass. */
  readonly triggers: SourceTriggers;
  /** Ids of components given so far; grows. */
  readonly takenIds: Set<string>;
}

/** Analyses every application at or below the paths. Bad input becomes problems; the same input gives the same result. */
export async function analyzePaths(
  paths: readonly string[],
  options: AnalyzeOptions = {},
): Promise<Analysis> {
  const places = placesAt(paths);
  const { rules, problems } = loadOwnRules();
  const run: Run = { rules, triggers: triggersIn(rules), takenIds: new Set() };
  const takenLabels = new Set<string>();
  const applications: Application[] = [];
  for (const [done, place] of places.entries()) {
    options.signal?.throwIfAborted();
    const id = makeUnique(toLabel(labelOf(place)), takenLabels);
    options.progress?.show(texts.analyzing(place.path), { done, total: places.length });
    // Lets a Ctrl-C in between two applications be heard, and the progress line be drawn.
    await new Promise((resolve) => setImmediate(resolve));
    const report = (read: number, total: number): void => {
      options.progress?.tick(texts.reading(place.path, read, total), { done, total: places.length });
    };
    applications.push(await analyzeApplication(place, { id, run, report }));
  }
  const sorted = sortBy(applications, ({ id }) => [id]);
  return {
    schema: 'https://drydock.dev/schema/analysis/v1',
    applications: sorted,
    links: linkApplications(sorted),
    problems,
  };
}

function triggersIn(rules: Rules): SourceTriggers {
  const [ofAnalyzers, ofRules] = [triggersOfAnalyzers(analyzers), triggersOfRules(rules)];
  return { java: [...ofAnalyzers.java, ...ofRules.java], php: [...ofAnalyzers.php, ...ofRules.php] };
}

/** The same place given twice, or found twice, is one. */
function placesAt(paths: readonly string[]): ApplicationPlace[] {
  const markers = {
    roots: analyzers.flatMap(({ roots }) => roots ?? []),
    members: analyzers.flatMap(({ roots, ensemble }) => (ensemble ? (roots ?? []) : [])),
  };
  const found = paths.flatMap((path) => findApplications(path, markers));
  return sortBy(new Map(found.map((place) => [relative('', place.path), place])).values(), ({ path }) => [
    path,
  ]);
}

async function analyzeApplication(
  place: ApplicationPlace,
  { id, run, report }: { id: string; run: Run; report: (read: number, total: number) => void },
): Promise<Application> {
  const { project } = openProject(place.path);
  await prepareSources(project, run.triggers, report);
  const first = await runAnalyzers(analyzers, project);
  const assembled = assemble({
    applicationId: id,
    unitFacts: first.facts,
    project,
    analyzers,
    takenIds: run.takenIds,
  });
  const found = runRules({
    rules: run.rules,
    project,
    facts: assembled.facts,
    componentOf: (path) => assembled.componentsOfFile(path)[0],
  });
  return {
    id,
    path: place.path,
    archive: project.archive,
    components: assembled.components,
    facts: assembled.facts,
    findings: found.findings,
    problems: sortProblems([...project.problems(), ...first.problems, ...found.problems]),
    size: sizeOf(project),
  };
}

function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return sortBy(unique.values(), ({ file, line, code, message }) => [file, line ?? 0, code, message.en]);
}

function sizeOf(project: Project): Application['size'] {
  const own = project.files.filter(({ origin }) => origin === 'own');
  return {
    files: own.length,
    lines: own.reduce((sum, file) => sum + file.lineCount(), 0),
    bytes: own.reduce((sum, file) => sum + file.size, 0),
  };
}

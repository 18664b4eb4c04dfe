import type { Analyzer, AnalyzerResult } from '../analyzer.js';
import { createFactCollector } from '../fact-collector.js';
import type { FactCollector } from '../fact-collector.js';
import { isWithin, joinPath } from '../paths.js';
import { phpApplicationOf } from '../php-application.js';
import type { Project, SourceFile } from '../../workspace/project.js';
import { extractConnections } from './connections.js';
import { readManifest } from './manifest.js';
import type { NodeManifest } from './manifest.js';
import { emitBuild, emitPackages, emitRuntime } from './package-facts.js';
import { emitFrontEnd, frontEndOf } from './front-end.js';
import { emitStart, isService } from './start.js';
import { extractService } from './service.js';
import { emitStopSignal } from './stop-signal.js';
import { parseScripts } from './source.js';
import { brokenManifest, mendManifest, title } from './texts.js';

const by = 'node';
const scripts = ['**/*.js', '**/*.mjs', '**/*.cjs', '**/*.ts', '**/*.mts', '**/*.cts'];

/** Reads Node.js services and front ends, by package.json and the syntax of their code. */
export const nodeAnalyzer: Analyzer = {
  id: by,
  title,
  files: ['**/package.json'],
  roots: ['package.json'],
  async analyze(matched, project): Promise<AnalyzerResult> {
    const collector = createFactCollector();
    const units = matched.map((file) => file.directory);
    for (const file of matched) {
      const manifest = readManifest(file);
      if (manifest) await analyzePackage(project, { manifest, units, collector });
      else
        collector.problem({
          code: 'package-json-broken',
          file: file.path,
          message: brokenManifest(),
          hint: mendManifest(),
        });
    }
    return collector.result();
  },
};

async function analyzePackage(
  project: Project,
  given: { manifest: NodeManifest; units: readonly string[]; collector: FactCollector },
): Promise<void> {
  const { manifest, collector } = given;
  const unit = manifest.file.directory;
  const target = { unit, collector, by };
  const files = scriptsOf(project, unit, given.units);
  const sources = await parseScripts(files.filter((file) => worthParsing(file)));
  const service = isService({ manifest, project, sources });
  const frontEnd = service ? undefined : frontEndOf({ manifest, project });
  // Beside PHP or Java, a package without anything to run only makes the pages' assets.
  const helper =
    !service && (phpApplicationOf(project, manifest.file.path) !== undefined || isBesideJava(project, unit));
  if (!service && !frontEnd && !helper) {
    if (manifest.workspaces.length > 0 || manifest.scripts.has('build')) emitBuild(project, manifest, target);
    return;
  }
  const output = frontEnd?.output ?? compiledOutput(project, unit);
  emitBuild(project, manifest, { ...target, ...(output === undefined ? {} : { output }) });
  if (helper) {
    if (frontEnd && isItsOwn(project, unit)) emitFrontEnd(frontEnd, { manifest, project }, target);
    return;
  }
  emitRuntime(project, manifest, target);
  emitPackages(project, manifest, target);
  if (frontEnd) {
    emitFrontEnd(frontEnd, { manifest, project }, target);
    return;
  }
  emitStart({ manifest, project, sources }, target);
  extractService(sources, target);
  emitStopSignal({ sources, manifest }, target);
  extractConnections({ project, sources, manifest }, target);
}

/** Scripts of the package itself: without those of packages below it, of tests and of what browsers load. */
function scriptsOf(project: Project, unit: string, units: readonly string[]): SourceFile[] {
  const below = units.filter((other) => other !== unit && isWithin(other, unit));
  return project.find(scripts).filter((file) => {
    if (!isWithin(file.path, unit) || below.some((other) => isWithin(file.path, other))) return false;
    if (file.archive !== '' || file.size > 500_000) return false;
    return !/(^|\/)(tests?|__tests__|specs?|public|static|assets|www|webapp|wwwroot)\/|\.(test|spec|d)\.[cm]?[jt]s$|(^|\/)(gulpfile|webpack|rollup|vite|jest|babel|vue|karma)[\w.]*\.[cm]?[jt]s$/i.test(
      file.path,
    );
  });
}

/** Where the TypeScript compiler writes, as tsconfig.json says. */
function compiledOutput(project: Project, unit: string): string | undefined {
  const text = project.file(joinPath(unit, 'tsconfig.json'))?.text() ?? '';
  const output = /^[^/\n]*"outDir"\s*:\s*"([^"]+)"/m.exec(text)?.[1];
  return output === undefined ? undefined : joinPath(output);
}

const triggers = /process\.(?:env|on|once)\b|\.listen\(|require\(|\bimport\b|createServer/;

function worthParsing(file: SourceFile): boolean {
  return triggers.test(file.text() ?? '');
}

function isBesideJava(project: Project, unit: string): boolean {
  return (
    ['pom.xml', 'build.gradle', 'build.gradle.kts', 'build.xml'].some(
      (name) => project.file(joinPath(unit, name)) !== undefined,
    ) || /(^|\/)src\/main\//.test(`${unit}/`)
  );
}

/** A front end in a folder of its own is a component of its own; one in the document root's folder belongs to it. */
function isItsOwn(project: Project, unit: string): boolean {
  const application = phpApplicationOf(project, joinPath(unit, 'package.json'));
  return (
    application !== undefined &&
    application !== unit &&
    project.find(['**/*.php']).every((file) => !isWithin(file.path, unit))
  );
}

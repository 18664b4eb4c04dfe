import type { Evidence } from '../../model/evidence.js';
import type { Problem } from '../../model/problem.js';
import type { Project, SourceFile } from '../../workspace/project.js';
import type { Analyzer, AnalyzerResult } from '../analyzer.js';
import { createFactCollector } from '../fact-collector.js';
import type { FactCollector } from '../fact-collector.js';
import { isWithin } from '../paths.js';
import { isZooConfiguration } from './configuration.js';
import { findDeviations } from './deviations.js';
import { findEnsembles } from './ensembles.js';
import type { Ensemble } from './ensembles.js';
import { endOfLifeOf } from './end-of-life.js';
import { environmentFiles, extractEnvironment } from './environment.js';
import { extractSettings } from './facts.js';
import { brokenServer, fixTheLine, notASetting, title } from './texts.js';
import { findVersion } from './version.js';

const by = 'zookeeper';

/** Reads ZooKeeper's configuration. https://zookeeper.apache.org/doc/r3.9.3/zookeeperAdmin.html */
export const zookeeperAnalyzer: Analyzer = {
  id: by,
  title,
  files: ['**/*.cfg', '**/*.cfg.*', '**/zoo*.conf', '**/zoo*.properties', '**/zookeeper*.properties'],
  roots: ['zoo*.cfg'],
  ensemble: true,
  analyze(matched, project): AnalyzerResult {
    const collector = createFactCollector();
    const files = matched.filter((file) => isServerConfiguration(file));
    const ensembles = findEnsembles(project, files);
    for (const ensemble of ensembles) {
      for (const problem of problemsOf(ensemble)) collector.problem(problem);
      emitEnsemble(project, ensemble, { collector, alone: ensembles.length === 1 });
    }
    return collector.result();
  },
};

/** Samples that come with ZooKeeper, and dynamic files that members refer to, are no server's configuration. */
function isServerConfiguration(file: SourceFile): boolean {
  if (/^zoo_sample\.cfg$|\.dynamic(\.\w+)?$|\.(bak|orig|template|example|next)$/i.test(file.name))
    return false;
  return isZooConfiguration(file);
}

function problemsOf(ensemble: Ensemble): Problem[] {
  const broken = [...ensemble.members.map((member) => member.configuration), ...ensemble.dynamic].flatMap(
    (one) =>
      one.brokenLines.map(({ line, kind }) => ({
        code: kind === 'server' ? 'zookeeper-broken-server' : 'zookeeper-broken-line',
        file: one.file.path,
        line,
        message: kind === 'server' ? brokenServer() : notASetting(),
        hint: fixTheLine(),
      })),
  );
  return [...broken, ...findDeviations(ensemble)];
}

interface Target {
  readonly unit: string;
  readonly collector: FactCollector;
  /** The file belongs to this ensemble. */
  readonly near: (file: SourceFile) => boolean;
}

function emitEnsemble(
  project: Project,
  ensemble: Ensemble,
  { collector, alone }: { collector: FactCollector; alone: boolean },
): void {
  const { unit } = ensemble;
  const [first] = ensemble.members;
  if (!first) return;
  const near = (file: SourceFile): boolean => alone || isWithin(file.path, unit);
  const evidence = first.configuration.file.evidence(by, first.configuration.settings[0]?.line ?? 1);
  const packaging = { type: 'middleware', form: 'configuration', name: nameOf(unit) } as const;
  collector.add('packaging', unit, packaging, evidence, 'inferred');
  const version = emitVersion(project, { unit, collector, near }, evidence);
  extractSettings(ensemble, { collector, by, ...(version === undefined ? {} : { version }) });
  extractEnvironment(project.find(environmentFiles).filter(near), { unit, collector, by });
  emitLogging(project, { unit, collector, near });
}

function emitVersion(
  project: Project,
  { unit, collector, near }: Target,
  fallback: Evidence,
): string | undefined {
  const seen = findVersion(project, near);
  const runtime = { language: 'middleware', basis: 'document' } as const;
  if (!seen) {
    collector.add('runtime', unit, runtime, fallback, 'inferred');
    return undefined;
  }
  const { version } = seen;
  const evidence = seen.file.evidence(by, seen.line);
  collector.add('runtime', unit, { ...runtime, version }, evidence, 'inferred');
  const until = endOfLifeOf(version);
  if (until !== undefined) {
    collector.add('end-of-life', unit, { product: 'zookeeper', version, until }, evidence, 'inferred');
  }
  return version;
}

function emitLogging(project: Project, { unit, collector, near }: Target): void {
  for (const file of project
    .find(['**/log4j*.properties', '**/log4j*.xml', '**/logback*.xml'])
    .filter(near)) {
    const value = {
      path: file.path,
      format: file.name.endsWith('.xml') ? 'xml' : 'properties',
      purpose: 'logging',
      containsSecrets: false,
      environmentSpecific: false,
    } as const;
    collector.add('config-file', unit, value, file.evidence(by, 1));
    for (const [index, text] of file.lines().entries()) {
      const path = /^\s*zookeeper\.(?:trace)?log\.dir\s*=\s*(\/\S+)/.exec(text)?.[1];
      if (path === undefined) continue;
      const logs = { path, use: 'log', persistent: false, configuredBy: 'zookeeper.log.dir' } as const;
      collector.add('writable-path', unit, logs, file.evidence(by, index + 1));
    }
  }
}

/** The folder's name, or the product's: a folder called `conf` or nothing names no ensemble. */
function nameOf(unit: string): string {
  const name = unit.split('/').at(-1) ?? '';
  return name === '' || /^(conf|config|etc|zookeeper[-\d.]*)$/i.test(name) ? 'zookeeper' : name;
}

import { isRecord } from '../../model/json.js';
import type { Analyzer, AnalyzerResult } from '../analyzer.js';
import { createFactCollector } from '../fact-collector.js';
import type { FactCollector } from '../fact-collector.js';
import { lineOfKey } from '../package-manifest.js';
import { joinPath } from '../paths.js';
import type { Project, SourceFile } from '../../workspace/project.js';
import { readLock, readManifest } from './manifest.js';
import type { LockedPackage, Manifest } from './manifest.js';
import { clients, frameworks, workers } from './packages.js';
import { brokenManifest, mendManifest, title } from './texts.js';

const by = 'composer';

/** Reads composer.json and composer.lock. https://getcomposer.org/doc/04-schema.md */
export const composerAnalyzer: Analyzer = {
  id: by,
  title,
  files: ['**/composer.json'],
  roots: ['composer.json'],
  analyze(matched, project): AnalyzerResult {
    const collector = createFactCollector();
    for (const file of matched) analyzeManifest(project, file, collector);
    return collector.result();
  },
};

interface Composer {
  readonly project: Project;
  readonly unit: string;
  readonly manifest: Manifest;
  readonly lock: readonly LockedPackage[];
  readonly lockFile: SourceFile | undefined;
  readonly collector: FactCollector;
}

function analyzeManifest(project: Project, file: SourceFile, collector: FactCollector): void {
  const manifest = readManifest(file);
  if (!manifest) {
    collector.problem({
      code: 'composer-broken',
      file: file.path,
      message: brokenManifest(),
      hint: mendManifest(),
    });
    return;
  }
  const unit = file.directory;
  const lockFile = project.file(joinPath(unit, 'composer.lock'));
  const lock = lockFile ? readLock(lockFile) : [];
  const composer = { project, unit, manifest, lock, lockFile, collector };
  collector.add(
    'build',
    unit,
    { tool: 'composer', file: file.path, target: 'install' },
    file.evidence(by, 1),
  );
  emitRuntime(composer);
  emitExtensions(composer);
  emitPackages(composer);
  emitConfiguration(composer);
}

/** `require.php` is what the code was written for; `config.platform.php` what it was resolved for. */
function emitRuntime({ unit, manifest, collector, lockFile }: Composer): void {
  const { file } = manifest;
  const constraint = manifest.require.get('php') ?? manifest.require.get('php-64bit');
  if (constraint !== undefined) {
    const line = lineOfKey(file, 'php', 'require') ?? lineOfKey(file, 'php-64bit', 'require');
    collector.add(
      'runtime',
      unit,
      { language: 'php', constraint, basis: 'constraint' },
      file.evidence(by, line),
    );
  }
  const platform = manifest.platform.get('php');
  if (platform !== undefined) {
    const version = /^\d+\.\d+/.exec(platform)?.[0];
    const value = {
      language: 'php',
      ...(version === undefined ? {} : { version }),
      basis: 'toolchain',
    } as const;
    collector.add('runtime', unit, value, file.evidence(by, lineOfKey(file, 'php', 'platform')));
  }
  const json = lockFile?.json();
  const locked = isRecord(json) && isRecord(json.platform) ? json.platform.php : undefined;
  if (lockFile && typeof locked === 'string' && locked !== constraint) {
    const line = lineOfKey(lockFile, 'php', 'platform');
    collector.add(
      'runtime',
      unit,
      { language: 'php', constraint: locked, basis: 'constraint' },
      lockFile.evidence(by, line),
    );
  }
}

function emitExtensions({ unit, manifest, lock, lockFile, collector }: Composer): void {
  const name = (required: string): string =>
    required
      .slice('ext-'.length)
      .replace(/^zend-/, '')
      .toLowerCase();
  for (const required of manifest.require.keys()) {
    if (!required.startsWith('ext-')) continue;
    const evidence = manifest.file.evidence(by, lineOfKey(manifest.file, required, 'require'));
    collector.add('php-extension', unit, { name: name(required), required: true }, evidence);
  }
  if (!lockFile) return;
  for (const locked of lock) {
    for (const required of locked.extensions) {
      const evidence = lockFile.evidence(by, locked.lineOf.get(required) ?? locked.line);
      collector.add('php-extension', unit, { name: name(required), required: true }, evidence);
    }
  }
}

function emitPackages(composer: Composer): void {
  const { unit, manifest, lock, lockFile, collector } = composer;
  const locked = new Map(lock.map((one) => [one.name, one]));
  for (const [name, constraint] of manifest.require) {
    if (!name.includes('/')) continue;
    const version = locked.get(name)?.version ?? constraint;
    const [group = '', short = ''] = name.split('/');
    const evidence = manifest.file.evidence(by, lineOfKey(manifest.file, name, 'require'));
    collector.add(
      'library',
      unit,
      { group, name: short, version, scope: 'require', ecosystem: 'composer' },
      evidence,
    );
  }
  const all = new Set([...manifest.require.keys(), ...locked.keys()]);
  for (const name of [...all].sort()) {
    const version = locked.get(name)?.version ?? manifest.require.get(name);
    const line = locked.get(name)?.line;
    const evidence =
      line !== undefined && lockFile
        ? lockFile.evidence(by, line)
        : manifest.file.evidence(by, lineOfKey(manifest.file, name, 'require'));
    const framework = frameworks.get(name);
    if (framework !== undefined && isDirect(name, composer)) {
      collector.add(
        'framework',
        unit,
        { name: framework, ...(version === undefined ? {} : { version }) },
        evidence,
      );
    }
    const worker = workers.find((one) => one.package === name);
    if (worker)
      collector.add('worker', unit, { name: worker.name, command: worker.command }, evidence, 'inferred');
    const service = manifest.require.has(name) ? clients.get(name) : undefined;
    if (service) collector.add('depends-on', unit, { service }, evidence, 'inferred');
  }
}

/** Symfony's bundle inside Laravel's dependencies makes nothing a Symfony application. */
function isDirect(name: string, { manifest }: Composer): boolean {
  return manifest.require.has(name) || ![...manifest.require.keys()].some((one) => frameworks.has(one));
}

/** Scripts that run a program for long are workers: `"worker": "php bin/consume.php"`. */
function emitConfiguration({ unit, manifest, collector }: Composer): void {
  for (const [name, command] of manifest.scripts) {
    if (!/^(worker|queue|consumer?|daemon|workers?:.*|queue:.*)$/i.test(name)) continue;
    const clean = command.replace(/^@php\s/, 'php ').replace(/^@/, 'composer ');
    collector.add(
      'worker',
      unit,
      { name, command: clean },
      manifest.file.evidence(by, lineOfKey(manifest.file, name, 'scripts')),
    );
  }
  const timezone = manifest.platform.get('timezone');
  if (timezone !== undefined) collector.add('timezone', unit, { zone: timezone }, manifest.file.evidence(by));
}

import type { Project, SourceFile } from '../../workspace/project.js';
import { joinPath, parentOf } from '../paths.js';
import { isRecord } from '../../model/json.js';
import { lineOfKey } from '../package-manifest.js';
import type { NodeManifest } from './manifest.js';
import { frameworks } from './packages.js';
import type { ServiceTarget } from './target.js';

type Manager = 'npm' | 'yarn' | 'pnpm';
const locks: readonly (readonly [string, Manager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
];

/** Emits the package manager: what `packageManager` names, else whose lock file lies here or above, else npm. */
export function emitBuild(
  project: Project,
  manifest: NodeManifest,
  target: ServiceTarget & { output?: string },
): void {
  const { unit, collector, by } = target;
  const [, named, version] = /^(npm|yarn|pnpm)@(\d[\d.]*)/.exec(manifest.packageManager ?? '') ?? [];
  const lock = lockOf(project, unit);
  const tool = (named as Manager | undefined) ?? lock?.manager ?? 'npm';
  const root = lock && lock.file.directory !== unit ? { root: lock.file.directory } : {};
  const buildScript = ['build', 'build:prod', 'build:production', 'compile', 'prod'].find((name) =>
    manifest.scripts.has(name),
  );
  const evidence =
    named === undefined && lock
      ? lock.file.evidence(by, 1)
      : manifest.file.evidence(by, lineOfKey(manifest.file, 'packageManager') ?? 1);
  collector.add(
    'build',
    unit,
    {
      tool,
      ...(version === undefined ? {} : { version }),
      file: manifest.file.path,
      ...root,
      ...(target.output === undefined ? {} : { output: target.output }),
      ...(buildScript === undefined ? {} : { target: buildScript }),
    },
    evidence,
    named === undefined && !lock ? 'inferred' : 'declared',
  );
}

function lockOf(project: Project, unit: string): { file: SourceFile; manager: Manager } | undefined {
  for (let at = unit; ; at = parentOf(at)) {
    for (const [name, manager] of locks) {
      const file = project.file(joinPath(at, name));
      if (file) return { file, manager };
    }
    if (at === '') return undefined;
  }
}

const versionFiles = ['.nvmrc', '.node-version'] as const;

/** Emits Node's version: engines, .nvmrc, .node-version, .tool-versions, volta. */
export function emitRuntime(
  project: Project,
  manifest: NodeManifest,
  { unit, collector, by }: ServiceTarget,
): void {
  const engine = manifest.engines.get('node');
  if (engine !== undefined) {
    const evidence = manifest.file.evidence(by, lineOfKey(manifest.file, 'node', 'engines'));
    collector.add('runtime', unit, { language: 'node', constraint: engine, basis: 'constraint' }, evidence);
  }
  for (const name of versionFiles) {
    const file = project.file(joinPath(unit, name)) ?? project.file(name);
    const version = /^\s*v?(\d+(?:\.\d+)*)/.exec(file?.text() ?? '')?.[1];
    if (!file || version === undefined) continue;
    collector.add('runtime', unit, { language: 'node', version, basis: 'toolchain' }, file.evidence(by, 1));
  }
  const tools = project.file(joinPath(unit, '.tool-versions')) ?? project.file('.tool-versions');
  const index = tools?.lines().findIndex((text) => /^nodejs\s+\d/.test(text)) ?? -1;
  if (tools && index >= 0) {
    const version = /\d[\d.]*/.exec(tools.lines()[index] ?? '')?.[0] ?? '';
    collector.add(
      'runtime',
      unit,
      { language: 'node', version, basis: 'toolchain' },
      tools.evidence(by, index + 1),
    );
  }
  const said = engine !== undefined || versionFiles.some((name) => project.file(joinPath(unit, name)));
  if (!said && index < 0) {
    collector.add(
      'runtime',
      unit,
      { language: 'node', basis: 'script' },
      manifest.file.evidence(by, 1),
      'inferred',
    );
  }
}

/** Emits the packages that the code runs with, with the version that was locked. */
export function emitPackages(
  project: Project,
  manifest: NodeManifest,
  { unit, collector, by }: ServiceTarget,
): void {
  const lock = lockOf(project, unit);
  for (const [name, range] of manifest.dependencies) {
    const version = (lock ? lockedVersion(lock.file, lock.manager, name) : undefined) ?? range;
    const evidence = manifest.file.evidence(by, lineOfKey(manifest.file, name, 'dependencies'));
    const scoped = /^(@[^/]+)\/(.+)$/.exec(name);
    const group = scoped?.[1];
    collector.add(
      'library',
      unit,
      {
        ...(group === undefined ? {} : { group }),
        name: scoped?.[2] ?? name,
        version,
        scope: 'runtime',
        ecosystem: 'npm',
      },
      evidence,
    );
    const framework = frameworks.get(name);
    if (framework !== undefined)
      collector.add('framework', unit, { name: framework, version: version.replace(/^[\^~]/, '') }, evidence);
  }
}

function lockedVersion(file: SourceFile, manager: Manager, name: string): string | undefined {
  if (manager === 'npm') {
    const json = file.json();
    const packages = isRecord(json) && isRecord(json.packages) ? json.packages : {};
    const dependencies = isRecord(json) && isRecord(json.dependencies) ? json.dependencies : {};
    const entry = packages[`node_modules/${name}`] ?? dependencies[name];
    return isRecord(entry) && typeof entry.version === 'string' ? entry.version : undefined;
  }
  const escaped = name.replace(/[/.+]/g, '\\$&');
  const pattern =
    manager === 'yarn'
      ? new RegExp(`^"?${escaped}@[^\\n]*:\\n\\s+version:? "?([\\w.-]+)`, 'm')
      : new RegExp(
          `^\\s+'?${escaped}'?:(?:\\n\\s+specifier: [^\\n]+\\n\\s+version:)? ['"]?(\\d[\\w.-]*)`,
          'm',
        );
  return pattern.exec(file.text() ?? '')?.[1];
}

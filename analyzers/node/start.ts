import type { Project } from '../../workspace/project.js';
import { joinPath } from '../paths.js';
import { lineOfKey } from '../package-manifest.js';
import type { NodeManifest } from './manifest.js';
import { listens } from './service.js';
import type { ServiceTarget } from './target.js';
import type { ScriptSource } from './source.js';

interface NodePackage {
  readonly manifest: NodeManifest;
  readonly project: Project;
  readonly sources: readonly ScriptSource[];
}

const developmentServer =
  /\b(react-scripts start|vue-cli-service serve|ng serve|vite(\s|$)(?!build)|webpack(-dev-server| serve)|gulp|parcel|umi dev|max dev|http-server|live-server)/;
const servers: ReadonlySet<string> = new Set([
  'next',
  'nuxt',
  '@nestjs/core',
  'egg',
  '@strapi/strapi',
  'sails',
]);

/** A package that runs by itself: it opens a port, or its start script runs Node. */
export function isService({ manifest, sources }: NodePackage): boolean {
  const start = manifest.scripts.get('start');
  if (start !== undefined && developmentServer.test(start)) return false;
  if ([...servers].some((name) => manifest.dependencies.has(name))) return true;
  const runs = start !== undefined && /\b(node|pm2(-runtime)?|ts-node|tsx|nodemon|forever)\b/.test(start);
  return runs || sources.some((source) => listens(source));
}

/** Emits the packaging and the command that starts the service. */
export function emitStart(given: NodePackage, { unit, collector, by }: ServiceTarget): void {
  const { manifest } = given;
  const { file } = manifest;
  const names = {
    ...(manifest.name === undefined ? {} : { name: manifest.name }),
    ...(manifest.version === undefined ? {} : { version: manifest.version }),
  };
  collector.add(
    'packaging',
    unit,
    { type: 'node', form: 'source', ...names },
    file.evidence(by, lineOfKey(file, 'name') ?? 1),
    'inferred',
  );
  collector.add(
    'server',
    unit,
    { product: 'node', embedded: true },
    file.evidence(by, lineOfKey(file, 'start', 'scripts') ?? 1),
    'inferred',
  );
  const start = startCommand(given);
  const port = start && /\s(?:--port|-p)[= ](?:\$\{(\w+):?[-=])?(\d{2,5})\b/.exec(start.command);
  if (port)
    collector.add(
      'port',
      unit,
      {
        port: Number(port[2]),
        protocol: 'http',
        purpose: 'application',
        ...(port[1] === undefined ? {} : { configuredBy: port[1] }),
      },
      file.evidence(by, start.line),
      'inferred',
    );
  if (start)
    collector.add(
      'start-option',
      unit,
      { option: start.command, source: start.source },
      file.evidence(by, start.line),
      start.certain ? 'declared' : 'inferred',
    );
  for (const [name, command] of manifest.scripts) {
    if (!/^(start:)?(worker|workers|queue|consumer|jobs?)$/i.test(name)) continue;
    collector.add('worker', unit, { name, command }, file.evidence(by, lineOfKey(file, name, 'scripts')));
  }
}

interface Start {
  readonly command: string;
  readonly source: string;
  readonly line: number;
  readonly certain: boolean;
}

/** `start:prod` is meant for servers; then `start`; then what `main` names; then the file that listens. */
function startCommand({ manifest, project, sources }: NodePackage): Start | undefined {
  const { file } = manifest;
  const unit = file.directory;
  for (const name of ['start:prod', 'start:production', 'start']) {
    const script = manifest.scripts.get(name);
    if (script === undefined || /\b(nodemon|--watch|pm2|forever)\b/.test(script)) continue;
    const command = nodeCommand(script) ?? script;
    // What needs a compiler at every start is for developers; the package's own program is what others start.
    if (
      /^(?:yarn |npx |pnpm )*(?:babel-node|ts-node|tsx)\b/.test(command) &&
      hasProgram({ manifest, project })
    )
      break;
    return {
      command,
      source: `package.json scripts.${name}`,
      line: lineOfKey(file, name, 'scripts') ?? 1,
      certain: true,
    };
  }
  const watched =
    /\b(?:nodemon|pm2(?:-runtime)?\s+start|forever(?:\s+start)?|ts-node)\s+(?:-\S+\s+)*(\S+\.[cm]?[jt]s)/.exec(
      manifest.scripts.get('start') ?? '',
    )?.[1];
  const conventional = ['server.js', 'app.js', 'index.js', 'bin/www', 'src/server.js', 'src/index.js'].find(
    (path) => project.file(joinPath(unit, path)),
  );
  const listening = sources
    .find((source) => listens(source))
    ?.file.path.slice(unit === '' ? 0 : unit.length + 1);
  const program = watched === undefined && hasProgram({ manifest, project }) ? manifest.program : undefined;
  const script = watched ?? program ?? manifest.main ?? conventional ?? listening;
  if (script === undefined) return undefined;
  const key = watched !== undefined ? 'start' : program === undefined ? 'main' : 'bin';
  return {
    command: `node ${script.replace(/^\.\//, '')}`,
    source: watched === undefined ? `package.json ${key}` : 'package.json scripts.start',
    line: lineOfKey(file, key) ?? 1,
    certain: false,
  };
}

/** The package installs a program that is there without a build. */
function hasProgram({ manifest, project }: Pick<NodePackage, 'manifest' | 'project'>): boolean {
  return (
    manifest.program !== undefined &&
    project.file(joinPath(manifest.file.directory, manifest.program.replace(/^\.\//, ''))) !== undefined
  );
}

/** The Node call of a script, without the settings of variables and the steps before it. */
function nodeCommand(script: string): string | undefined {
  const last = script.split(/&&|;/).at(-1)?.trim() ?? script;
  const clean = last
    .replace(/^cross-env\s+/, '')
    .replace(/^(?:\w+=\S*\s+)+/, '')
    .replace(/^(?:yarn|npx|pnpm(?: exec)?)\s+(?=node\s)/, '');
  return clean.startsWith('node ') || /^(next|nuxt|nest)\b/.test(clean) ? clean : undefined;
}

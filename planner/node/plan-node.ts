import type { BuildPlan, ComponentPlan } from '../../model/plan-component.js';
import { decideExposure, dependsOnOf, emptyComponent, mergeEnv, sourceOf } from '../component/base.js';
import { externaliseConfiguration, mergeSecrets } from '../configuration/externalise.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import type { NamedDependency } from '../dependencies/collect.js';
import { planEnvironment } from '../running/environment.js';
import { portOfServer, portsOfApplication } from '../running/ports.js';
import { planProbes, smokeTestOf } from '../running/probes.js';
import { decideReplicas } from '../running/replicas.js';
import { planResources } from '../running/resources.js';
import { planStorage } from '../storage/volumes.js';
import {
  adaptToNodeDetail,
  adaptToNodeTitle,
  nodeFitting,
  nodeImpossible,
  nodeUnknown,
  startFound,
  startUnknownDetail,
  startUnknownTitle,
  staticFiles,
  stopHandled,
  stopUnhandled,
} from '../texts/node.js';
import { pickLine } from '../versions.js';

const home = '/app';

/** A Node.js service. */
export function planNode(
  context: ComponentContext,
  given: { dependencies: readonly NamedDependency[] },
): ComponentPlan {
  const version = decideNodeVersion(context);
  const storage = planStorage(context, { workingDirectory: home, documentRoot: home, keepProgram: true });
  const mount = { kind: 'node', contextPath: '/', home, springBoot: false } as const;
  const config = externaliseConfiguration(context, { ...given, profile: undefined, mount });
  const environment = planEnvironment(context, given.dependencies);
  const ports = portsOfApplication(context, {
    fallback: 3000,
    framework: 'Node.js',
    profile: undefined,
    variable: 'PORT',
  });
  const probes = planProbes(context, { port: 'http', contextPath: '' });
  const command = decideCommand(context);
  const build = planNodeBuild(context, { version, remove: config.remove });
  return {
    ...emptyComponent(context),
    kind: 'node',
    source: sourceOf(context),
    ...(build ? { build } : {}),
    runtime: { image: 'node', version },
    replicas: decideReplicas(context, storage),
    ports: ports.ports,
    exposure: decideExposure(context),
    ...(command ? { command } : {}),
    env: mergeEnv(environment.env, config.env, ports.env, [{ name: 'NODE_ENV', value: 'production' }]),
    configFiles: config.configFiles,
    secrets: mergeSecrets([...config.secrets, ...environment.secrets]),
    volumes: storage.volumes,
    probes,
    stop: decideStop(context),
    resources: planResources(context, 'node'),
    dependsOn: dependsOnOf(context, given.dependencies),
    ...smokeTestOf(probes),
  };
}

/** Files that a web server hands out: a built front end, or pages as they are. */
export function planStatic(context: ComponentContext): ComponentPlan {
  const version = pickLine(context.options.catalog, 'nginx', []) ?? '';
  const packaging = context.best('packaging');
  context.decide('runtime.image', 'nginx', {
    because: staticFiles({ place: placeOf(packaging) }),
    evidence: evidenceOf(packaging),
  });
  const probes = planProbes(context, { port: 'http', contextPath: '', serverPath: '/-/healthy' });
  const build = planNodeBuild(context, { version: decideBuildVersion(context), remove: [] });
  return {
    ...emptyComponent(context),
    kind: 'static',
    source: sourceOf(context),
    ...(build ? { build } : {}),
    runtime: { image: 'nginx', version },
    replicas: decideReplicas(context, { hasClaims: false }),
    ports: portOfServer(context, 8080).ports,
    exposure: decideExposure(context),
    probes,
    resources: planResources(context, 'static'),
    ...smokeTestOf(probes),
  };
}

function decideNodeVersion(context: ComponentContext): string {
  const facts = context.all('runtime').filter((fact) => fact.value.language === 'node');
  const bound = facts.filter(
    (fact) => fact.value.constraint !== undefined || fact.value.version !== undefined,
  );
  const constraints = bound.map((fact) => fact.value.constraint ?? majorOf(fact.value.version ?? ''));
  const fitting = pickLine(context.options.catalog, 'node', constraints);
  const version = fitting ?? pickLine(context.options.catalog, 'node', []) ?? '22';
  const given = { constraints: constraints.join(', '), version };
  if (fitting === undefined)
    context.decider.askPerson({
      component: context.component.id,
      title: adaptToNodeTitle(given),
      detail: adaptToNodeDetail(given),
      evidence: evidenceOf(...bound),
    });
  const because =
    constraints.length === 0
      ? nodeUnknown(given)
      : fitting === undefined
        ? nodeImpossible(given)
        : nodeFitting(given);
  return context.decide('runtime.version', version, { because, evidence: evidenceOf(...bound) });
}

function decideBuildVersion(context: ComponentContext): string {
  const constraints = context.all('runtime').flatMap((fact) => fact.value.constraint ?? []);
  return (
    pickLine(context.options.catalog, 'node', constraints) ??
    pickLine(context.options.catalog, 'node', []) ??
    '22'
  );
}

/** As another process than the first, Node.js ends at the signal whether its code handles it or not. */
function decideStop(context: ComponentContext): ComponentPlan['stop'] {
  const { stop } = emptyComponent(context);
  const handled = context.best('stop-signal');
  const shareProcesses = context.decide('stop.shareProcesses', handled === undefined, {
    because: handled ? stopHandled({ place: placeOf(handled) }) : stopUnhandled(),
    evidence: evidenceOf(handled),
  });
  return { ...stop, shareProcesses };
}

function majorOf(version: string): string {
  return /\d+/.exec(version)?.[0] ?? '*';
}

function decideCommand(context: ComponentContext): string[] | undefined {
  const start = context.all('start-option').find((fact) => /^(node|nodejs)\s/.test(fact.value.option));
  if (!start) {
    const seen = context.best('start-option');
    context.decider.askPerson({
      component: context.component.id,
      title: startUnknownTitle(),
      detail: startUnknownDetail({ seen: seen?.value.option }),
      evidence: evidenceOf(seen),
    });
    return undefined;
  }
  const words = ['node', ...start.value.option.split(/\s+/).slice(1)].filter((word) => word !== '');
  // Only a shell replaces variables; `exec` gives its place, and the stop signal, to Node.
  const command = words.some((word) => word.includes('$')) ? ['sh', '-c', `exec ${words.join(' ')}`] : words;
  return context.decide('command', command, {
    because: startFound({ place: placeOf(start) }),
    evidence: evidenceOf(start),
  });
}

type NodeTool = 'npm' | 'yarn' | 'pnpm';

/** Installs from the lock file, builds if there is a build script, and leaves out what only building needs. */
function planNodeBuild(
  context: ComponentContext,
  given: { version: string; remove: readonly string[] },
): BuildPlan | undefined {
  const fact = context.all('build').find((one) => ['npm', 'yarn', 'pnpm'].includes(one.value.tool));
  if (!fact) return undefined;
  const tool = fact.value.tool as NodeTool;
  const unit = context.component.path;
  const dependencyFiles = nodeDependencyFiles(context, fact.value.file);
  const locked = dependencyFiles.some((file) => !/package\.json$|\.npmrc$/.test(file));
  const run = (...words: string[]): string[] => [tool, ...inUnit(tool, unit), ...words];
  const install =
    tool === 'npm' ? [locked ? 'ci' : 'install'] : ['install', ...(locked ? ['--frozen-lockfile'] : [])];
  const prunes = tool === 'npm' && context.best('packaging')?.value.type === 'node';
  return {
    tool,
    image: 'node',
    version: given.version,
    dependencyFiles,
    resolve: [run(...install)],
    commands: [
      ...(fact.value.target === undefined ? [] : [run('run', fact.value.target)]),
      ...(prunes ? [run('prune', '--omit=dev')] : []),
    ],
    output: [unit, fact.value.output ?? ''].filter((part) => part !== '').join('/'),
    remove: given.remove,
  };
}

/** The flag with which each package manager works in another folder. */
function inUnit(tool: NodeTool, unit: string): string[] {
  if (unit === '') return [];
  return [{ npm: '--prefix', yarn: '--cwd', pnpm: '-C' }[tool], unit];
}

function nodeDependencyFiles(context: ComponentContext, file: string): string[] {
  const prefix = context.component.path === '' ? '' : `${context.component.path}/`;
  const seen = context.all('build').flatMap((fact) => fact.evidence.map((one) => one.file));
  const wanted =
    /(package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|\.npmrc)$/;
  return [...new Set([file, ...seen])].filter((one) => one.startsWith(prefix) && wanted.test(one)).sort();
}

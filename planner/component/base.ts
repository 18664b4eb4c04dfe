import type { ComponentPlan, ConfigFilePlan, EnvPlan } from '../../model/plan-component.js';
import { sortBy } from '../../model/order.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import type { NamedDependency } from '../dependencies/collect.js';
import { isActive } from '../dependencies/profiles.js';
import { clusterOnly, publicName, publicPages } from '../texts/running.js';

/** Above the range that hosts give to people and services, so that a container escape meets nobody's files. */
export const unprivilegedUser = 10001;

/** Everything that all kinds of components have in common, to be spread and overridden. */
export function emptyComponent(
  context: ComponentContext,
): Omit<ComponentPlan, 'kind' | 'source' | 'runtime' | 'resources'> {
  return {
    application: context.application.id,
    images: [{ name: context.component.id, tag: imageTag(context) }],
    replicas: 1,
    ports: [],
    exposure: 'none',
    env: [],
    configFiles: [],
    secrets: [],
    volumes: [],
    probes: {},
    user: unprivilegedUser,
    group: unprivilegedUser,
    stop: { graceSeconds: 45, preStopSeconds: 10 },
    dependsOn: [],
    egress: egressOf(context),
    ...decideHost(context),
    jobs: [],
    jndi: [],
    libraries: [],
    systemProperties: {},
    phpSettings: {},
  };
}

/** The application's own version, made fit for a tag; `1.0.0` when it has none. Source: OCI distribution specification. */
function imageTag(context: ComponentContext): string {
  const version = context.best('packaging')?.value.version ?? '';
  const tag = version
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 128);
  return tag === '' || tag.includes('$') || tag === 'latest' ? '1.0.0' : tag.toLowerCase();
}

/** The build context: the application's directory; for an archive, the one it lies in. */
export function sourceOf(context: ComponentContext): ComponentPlan['source'] {
  const form = context.best('packaging')?.value.form ?? 'source';
  return { context: context.options.contextOf(context.application), path: context.component.path, form };
}

/** Addresses outside that the application calls over HTTP. */
function egressOf(context: ComponentContext): ComponentPlan['egress'] {
  const seen = new Map<string, { host: string; port: number }>();
  for (const fact of context.all('outbound-url')) {
    if (!isActive(fact.value.profile, context.profile)) continue;
    const match = /^(https?):\/\/([\w.-]+)(?::(\d+))?/.exec(fact.value.url);
    if (!match?.[2] || /^(localhost$|127\.)/.test(match[2])) continue;
    const port = match[3] === undefined ? (match[1] === 'https' ? 443 : 80) : Number(match[3]);
    seen.set(`${match[2]}:${port}`, { host: match[2], port });
  }
  return sortBy([...seen.values()], (one) => [one.host, one.port]);
}

/** The dependencies that this component uses, as its plan names them. */
export function dependsOnOf(
  context: ComponentContext,
  dependencies: readonly NamedDependency[],
): ComponentPlan['dependsOn'] {
  return dependencies
    .filter(([, , need]) => need.components.includes(context.component.id))
    .map(([id, plan]) => ({ target: id, port: plan.port }));
}

/** Public when there are pages for people. */
export function decideExposure(context: ComponentContext): ComponentPlan['exposure'] {
  const pages = context.all('entry-page');
  const page =
    pages.find((fact) => fact.value.path === '/') ??
    context.best('entry-page') ??
    context.best('front-controller');
  return context.decide<ComponentPlan['exposure']>('exposure', page ? 'public' : 'cluster', {
    because: page ? publicPages({ place: placeOf(page) }) : clusterOnly(),
    evidence: evidenceOf(page),
  });
}

/** The name in the old proxy's configuration, which people have in their bookmarks. */
function decideHost(context: ComponentContext): Pick<ComponentPlan, 'host'> {
  const fact = context.all('deployed-at').find(({ value }) => value.role === 'public');
  if (!fact) return {};
  const host = fact.value.host.toLowerCase();
  const because = publicName({ host, place: placeOf(fact) });
  return { host: context.decide('host', host, { because, evidence: evidenceOf(fact) }) };
}

/** One value for each variable; the later one wins. */
export function mergeEnv(...lists: readonly (readonly EnvPlan[])[]): EnvPlan[] {
  const byName = new Map(lists.flat().map((env) => [env.name, env]));
  return sortBy([...byName.values()], (env) => [env.name]);
}

/** Sorted by where they are mounted. */
export function mergeFiles(...lists: readonly (readonly ConfigFilePlan[])[]): ConfigFilePlan[] {
  return sortBy(lists.flat(), (file) => [file.mountPath]);
}

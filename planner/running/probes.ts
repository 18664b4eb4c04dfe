import type { FactOf } from '../../model/fact.js';
import type { ComponentPlan, ProbePlan } from '../../model/plan-component.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import {
  livenessGroup,
  livenessOwn,
  livenessTcp,
  livenessWebServer,
  probeChecks,
  probeEntryPage,
  probeFound,
  probeTcp,
} from '../texts/running.js';

type Probes = ComponentPlan['probes'];

interface Timing {
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
}

/** Five minutes to start: an old application on a busy node takes its time. */
const startup: Timing = { periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 60 };
const readiness: Timing = { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 };
const liveness: Timing = { periodSeconds: 20, timeoutSeconds: 5, failureThreshold: 3 };

export interface ProbeOptions {
  /** Name of the port that people and probes use. */
  readonly port: string;
  /** Prefix of every page, without a slash at its end; `''` for the root. */
  readonly contextPath: string;
  /** A path that the web server answers by itself (`/-/healthy` of the generated nginx). */
  readonly serverPath?: string;
  readonly managementPort?: string;
  /** Spring Boot's health endpoint has a group `liveness` below it, which asks nothing but the process. */
  readonly healthGroups?: boolean;
}

/** Startup, readiness and liveness, each with what it proves. Liveness never depends on another system. */
export function planProbes(context: ComponentContext, options: ProbeOptions): Probes {
  const ready = planReadiness(context, options);
  const live = planLiveness(context, options);
  const start: ProbePlan = {
    ...(live.type === 'http' && options.serverPath === undefined ? live : ready),
    ...startup,
  };
  return { startup: start, readiness: ready, liveness: live };
}

function planReadiness(context: ComponentContext, options: ProbeOptions): ProbePlan {
  const endpoints = context.all('health-endpoint');
  // Of PHP's pages the front page is the one that people see; others are sorted by name only.
  const front = context.all('entry-page').find((fact) => fact.value.path === '/');
  const page = (options.serverPath === undefined ? undefined : front) ?? context.best('entry-page');
  // A page that answers whatever else is down says that the process lives; ready is who can show the entry page.
  const alone = (fact: (typeof endpoints)[number]): boolean => fact.value.checksDependencies === false;
  const endpoint =
    endpoints.find((fact) => fact.value.probe === 'readiness') ??
    endpoints.find((fact) => fact.value.probe === 'any' && (!page || !alone(fact)));
  if (endpoint) {
    const path = pathOf(endpoint.value, options);
    const given = { path, place: placeOf(endpoint) };
    const because = endpoint.value.checksDependencies === true ? probeChecks(given) : probeFound(given);
    context.decide('probes.readiness.path', path, { because, evidence: evidenceOf(endpoint) });
    return { type: 'http', path, port: portFor(endpoint.value.port, options), ...readiness };
  }
  if (page) {
    const path = withContext(page.value.path, options);
    const because = probeEntryPage({ path, place: placeOf(page) });
    context.decide('probes.readiness.path', path, { because, evidence: evidenceOf(page) });
    return { type: 'http', path, port: options.port, ...readiness };
  }
  context.decide('probes.readiness.type', 'tcp', { because: probeTcp() });
  return { type: 'tcp', port: options.port, ...readiness };
}

function planLiveness(context: ComponentContext, options: ProbeOptions): ProbePlan {
  if (options.serverPath !== undefined) {
    context.decide('probes.liveness.path', options.serverPath, { because: livenessWebServer() });
    return { type: 'http', path: options.serverPath, port: options.port, ...liveness };
  }
  const own = context
    .all('health-endpoint')
    .find(
      (fact) =>
        fact.value.probe === 'liveness' ||
        (fact.value.probe === 'any' && fact.value.checksDependencies === false),
    );
  if (own) {
    const path = pathOf(own.value, options);
    context.decide('probes.liveness.path', path, {
      because: livenessOwn({ path, place: placeOf(own) }),
      evidence: evidenceOf(own),
    });
    return { type: 'http', path, port: portFor(own.value.port, options), ...liveness };
  }
  const group = options.healthGroups === true ? livenessGroupOf(context) : undefined;
  if (group) {
    const path = pathOf({ ...group.value, path: `${group.value.path}/liveness` }, options);
    const because = livenessGroup({ path, place: placeOf(group) });
    context.decide('probes.liveness.path', path, { because, evidence: evidenceOf(group) });
    return { type: 'http', path, port: portFor(group.value.port, options), ...liveness };
  }
  context.decide('probes.liveness.type', 'tcp', { because: livenessTcp() });
  return { type: 'tcp', port: options.port, ...liveness };
}

function livenessGroupOf(context: ComponentContext): FactOf<'health-endpoint'> | undefined {
  return context
    .all('health-endpoint')
    .find(
      ({ value }) =>
        value.probe === 'any' && value.checksDependencies === true && value.path.endsWith('/health'),
    );
}

function portFor(port: number | undefined, options: ProbeOptions): string {
  return port !== undefined && options.managementPort !== undefined ? options.managementPort : options.port;
}

/** On a port of its own the management server has no context path of the application's. */
function pathOf(endpoint: { path: string; port?: number }, options: ProbeOptions): string {
  const own = endpoint.port !== undefined && options.managementPort !== undefined;
  return withContext(endpoint.path, own ? { ...options, contextPath: '' } : options);
}

/** Paths in facts are the application's own; what the server sees begins with the context path. */
function withContext(path: string, options: ProbeOptions): string {
  const absolute = path.startsWith('/') ? path : `/${path}`;
  if (
    options.contextPath === '' ||
    absolute === options.contextPath ||
    absolute.startsWith(`${options.contextPath}/`)
  )
    return absolute;
  return `${options.contextPath}${absolute}`;
}

/** The page that proves a deployment: what readiness asks for, if it is a page. To be spread into a component. */
export function smokeTestOf(probes: Probes): Pick<ComponentPlan, 'smokeTest'> {
  const probe = probes.readiness;
  return probe?.type === 'http' && probe.path !== undefined
    ? {
        smokeTest: {
          path: probe.path,
          status: 200,
          ...(probe.port === undefined || probe.port === 'http' ? {} : { port: probe.port }),
        },
      }
    : {};
}

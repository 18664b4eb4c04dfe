import { isDeepStrictEqual } from 'node:util';
import type { ComponentPlan } from '../../model/plan-component.js';
import type { DependencyPlan } from '../../model/plan-dependency.js';
import type { Plan } from '../../model/plan.js';

type Expected = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What a person expects to be planned for a sample: the fields that are told, of all components and dependencies. */
export interface PlanTruth {
  readonly components: Expected;
  readonly dependencies: Expected;
}

/** Everything in which a plan is not what the truth says; empty when all is true. */
export function comparePlan(plan: Plan, truth: PlanTruth): string[] {
  return [
    ...compare('component', summarise(plan.components, summariseComponent), truth.components),
    ...compare('dependency', summarise(plan.dependencies, summariseDependency), truth.dependencies),
  ];
}

type Summary = Readonly<Record<string, unknown>>;

function summarise<T>(all: Readonly<Record<string, T>>, one: (item: T) => Summary): Map<string, Summary> {
  return new Map(Object.entries(all).map(([id, item]) => [id, one(item)]));
}

function summariseComponent(component: ComponentPlan): Summary {
  const { runtime, ports, probes, volumes, jobs, ensemble, dependsOn } = component;
  const { kind, replicas, exposure, host, contextPath } = component;
  const page = (probe: (typeof probes)['readiness']): string | undefined =>
    probe && (probe.path ?? probe.type);
  const mounts = (wanted: string): string[] =>
    volumes.filter((volume) => volume.kind === wanted).map(({ mountPath }) => mountPath);
  return {
    kind,
    runs: [runtime.image, runtime.version].join(' '),
    java: runtime.java,
    replicas,
    exposure,
    host,
    contextPath,
    ports: ports.map(({ name, port }) => `${name} ${port}`),
    ready: page(probes.readiness),
    lives: page(probes.liveness),
    claims: mounts('claim'),
    jobs: jobs.map(({ name, schedule }) => `${name} ${schedule}`),
    members: ensemble?.members,
    needs: dependsOn.map(({ target, port }) => `${target} ${port}`),
  };
}

function summariseDependency(dependency: DependencyPlan): Summary {
  return { ...dependency, schema: dependency.schema.map(({ path }) => path) };
}

function compare(what: string, actual: ReadonlyMap<string, Summary>, truth: Expected): string[] {
  const extra = [...actual.keys()].filter((id) => !(id in truth)).map((id) => `${what} ${id} is too much`);
  const wrong = Object.entries(truth).flatMap(([id, expected]) => {
    const one = actual.get(id);
    if (!one) return [`${what} ${id} is missing`];
    return Object.entries(expected)
      .filter(([field, value]) => !isDeepStrictEqual(one[field], value ?? undefined))
      .map(
        ([field, value]) =>
          `${what} ${id}: ${field} is ${JSON.stringify(one[field])}, not ${JSON.stringify(value)}`,
      );
  });
  return [...extra, ...wrong];
}

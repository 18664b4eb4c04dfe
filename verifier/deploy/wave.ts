import { compareStrings } from '../../model/order.js';
import type { Plan } from '../../model/plan.js';
import type { TrialObject } from '../trial/prepare-objects.js';
import { workloadKinds } from './snapshot.js';

/** What belongs together: a component or a generated dependency. */
export interface Group {
  /** Id in the plan; without a plan the directory, or the name of the workload. */
  readonly id: string;
  readonly objects: readonly TrialObject[];
  /** Ids of groups that must be ready before. */
  readonly needs: readonly string[];
}

/** Kinds in the order in which they are applied; what is not named comes before the workloads. */
const order = [
  'ResourceQuota',
  'LimitRange',
  'NetworkPolicy',
  'ServiceAccount',
  'Role',
  'RoleBinding',
  'Secret',
  'ConfigMap',
  'PersistentVolumeClaim',
  'Service',
];
const last = [
  'StatefulSet',
  'DaemonSet',
  'Deployment',
  'Pod',
  'Job',
  'CronJob',
  'PodDisruptionBudget',
  'HorizontalPodAutoscaler',
];

/** Objects in the order in which they can be applied. */
export function inOrder(objects: readonly TrialObject[]): TrialObject[] {
  const rank = ({ manifest: { kind } }: TrialObject) => {
    const early = order.indexOf(kind);
    if (early >= 0) return early;
    const late = last.indexOf(kind);
    return late < 0 ? order.length : order.length + 1 + late;
  };
  return [...objects].sort(
    (a, b) => rank(a) - rank(b) || compareStrings(a.manifest.subject, b.manifest.subject),
  );
}

/** Puts objects into groups by the directory that they lie in below the output directory. */
export function toGroups(
  objects: readonly TrialObject[],
  plan: Plan | undefined,
  directory: string,
): Group[] {
  const groups = new Map<string, TrialObject[]>();
  for (const object of objects) {
    const id = groupOf(object, plan, directory);
    groups.set(id, [...(groups.get(id) ?? []), object]);
  }
  const ids = [...groups.keys()].sort(compareStrings);
  const stateful = ids.filter((id) =>
    groups.get(id)?.some(({ manifest }) => manifest.kind === 'StatefulSet'),
  );
  return ids.map((id) => ({
    id,
    objects: inOrder(groups.get(id) ?? []),
    needs: plan ? needsOf(id, plan, ids) : stateful.includes(id) ? [] : stateful,
  }));
}

function groupOf({ manifest }: TrialObject, plan: Plan | undefined, directory: string): string {
  const prefix = directory === '' || directory === '.' ? '' : `${directory.replace(/\/+$/, '')}/`;
  const relative = manifest.file.startsWith(prefix) ? manifest.file.slice(prefix.length) : manifest.file;
  const [first = '', ...rest] = relative.split('/');
  const known = plan && (plan.components[first] ?? plan.dependencies[first]) !== undefined;
  if (known === true || (plan === undefined && rest.length > 0)) return first;
  return manifest.name;
}

function needsOf(id: string, plan: Plan, ids: readonly string[]): string[] {
  const own = plan.components[id]?.dependsOn.map(({ target }) => target) ?? [];
  const used = Object.entries(plan.dependencies)
    .filter(([, { usedBy }]) => usedBy.includes(id))
    .map(([dependency]) => dependency);
  return [...new Set([...own, ...used])]
    .filter((need) => need !== id && ids.includes(need))
    .sort(compareStrings);
}

/**
 * Groups in waves: each needs only groups of earlier ones. Groups that need each other in a circle come together in
 * the last wave, since none of them can wait for the others.
 */
export function toWaves(groups: readonly Group[]): Group[][] {
  const waves: Group[][] = [];
  const done = new Set<string>();
  let open = [...groups];
  while (open.length > 0) {
    const free = open.filter(({ needs }) => needs.every((need) => done.has(need)));
    const wave = free.length > 0 ? free : open;
    waves.push(wave);
    for (const { id } of wave) done.add(id);
    open = open.filter(({ id }) => !done.has(id));
  }
  return waves;
}

/** The objects of a group whose rollout is waited for. */
export function workloadsOf(group: Group): TrialObject[] {
  return group.objects.filter(({ manifest }) => workloadKinds.some(([, kind]) => kind === manifest.kind));
}

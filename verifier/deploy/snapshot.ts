import { listOf, objectOf, textOf } from '../documents/json.js';
import type { JsonObject } from '../documents/manifest.js';
import { selectorMatches } from '../documents/selector.js';
import type { Objects } from '../host/cluster/objects.js';

/** What a namespace looks like at one moment. */
export interface Snapshot {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly workloads: readonly JsonObject[];
  readonly pods: readonly JsonObject[];
  readonly events: readonly JsonObject[];
  readonly claims: readonly JsonObject[];
}

/** Kinds whose rollout is waited for. */
export const workloadKinds = [
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'StatefulSet'],
  ['apps/v1', 'DaemonSet'],
  ['batch/v1', 'Job'],
] as const;

/** Reads everything that tells how a rollout goes. */
export async function takeSnapshot(objects: Objects, namespace: string): Promise<Snapshot> {
  const listKind = async (apiVersion: string, kind: string) =>
    // Items of a list come without their kind.
    (await objects.list({ apiVersion, kind, namespace })).map((item) => ({ ...item, kind }));
  const [pods, events, claims, ...workloads] = await Promise.all([
    listKind('v1', 'Pod'),
    listKind('v1', 'Event'),
    listKind('v1', 'PersistentVolumeClaim'),
    ...workloadKinds.map(([apiVersion, kind]) => listKind(apiVersion, kind)),
  ]);
  return { time: Date.now(), workloads: workloads.flat(), pods, events, claims };
}

/** The workload as it is now. */
export function findWorkload(snapshot: Snapshot, kind: string, name: string): JsonObject | undefined {
  return snapshot.workloads.find((workload) => workload.kind === kind && nameOf(workload) === name);
}

/** The pods that a workload's selector takes, without those that are on their way out. */
export function podsOf(workload: JsonObject, snapshot: Snapshot): JsonObject[] {
  const selector = objectOf(objectOf(workload.spec).selector);
  return snapshot.pods.filter((pod) => {
    const { labels, deletionTimestamp } = objectOf(pod.metadata);
    return deletionTimestamp === undefined && selectorMatches(selector, objectOf(labels));
  });
}

/** True when every replica of the latest version is up, or the job is done. */
export function isReady(workload: JsonObject): boolean {
  const { metadata, spec, status } = {
    metadata: objectOf(workload.metadata),
    spec: objectOf(workload.spec),
    status: objectOf(workload.status),
  };
  const number = (value: unknown, fallback = 0) => (typeof value === 'number' ? value : fallback);
  if (workload.kind === 'Job') return number(status.succeeded) >= number(spec.completions, 1);
  if (number(status.observedGeneration) < number(metadata.generation)) return false;
  if (workload.kind === 'DaemonSet') {
    return (
      number(status.numberReady) >= number(status.desiredNumberScheduled) &&
      number(status.desiredNumberScheduled) > 0
    );
  }
  const wanted = number(spec.replicas, 1);
  const up = workload.kind === 'Deployment' ? number(status.availableReplicas) : number(status.readyReplicas);
  return up >= wanted && number(status.updatedReplicas) >= wanted && number(status.replicas) === wanted;
}

/** How often the containers of a workload's pods were started again, all together. */
export function restartsOf(workload: JsonObject, snapshot: Snapshot): number {
  const statuses = podsOf(workload, snapshot).flatMap((pod) =>
    listOf(objectOf(pod.status).containerStatuses),
  );
  return statuses.reduce((sum: number, status) => sum + Number(objectOf(status).restartCount ?? 0), 0);
}

/** `1/3`: replicas that are ready, of those wanted. */
export function readyCount(workload: JsonObject): string {
  const { spec, status } = { spec: objectOf(workload.spec), status: objectOf(workload.status) };
  const first = (values: readonly unknown[], fallback: number) =>
    values.find((value) => typeof value === 'number') ?? fallback;
  const ready = first([status.readyReplicas, status.numberReady, status.succeeded], 0);
  const wanted = first([spec.replicas, status.desiredNumberScheduled, spec.completions], 1);
  return `${ready}/${wanted}`;
}

export function nameOf(object: JsonObject): string {
  return textOf(objectOf(object.metadata).name);
}

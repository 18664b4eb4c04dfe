import { setTimeout as sleep } from 'node:timers/promises';
import { nameOf } from '../../../verifier/deploy/snapshot.js';
import { isObject, listOf, objectOf, textOf } from '../../../verifier/documents/json.js';
import type { JsonObject } from '../../../verifier/documents/manifest.js';
import type { Cluster } from '../../../verifier/host/cluster/connect-cluster.js';
import { accessObjects } from '../../../verifier/host/cluster/objects.js';
import { runInPod } from '../../../verifier/host/cluster/run-in-pod.js';
import { labelsMatch } from '../../../verifier/documents/selector.js';

/** A place in the cluster that a test deployed to. */
export interface Place {
  readonly cluster: Cluster;
  readonly namespace: string;
}

/** Pods that a Service selects, those on their way out left aside; by name. */
export async function podsOf({ cluster, namespace }: Place, service: string): Promise<JsonObject[]> {
  const objects = accessObjects(cluster);
  const found = await objects.read({ apiVersion: 'v1', kind: 'Service', name: service, namespace });
  const selector = objectOf(objectOf(found?.spec).selector);
  const pods = await objects.list({ apiVersion: 'v1', kind: 'Pod', namespace });
  return pods
    .filter(({ metadata }) => {
      const { labels, deletionTimestamp } = objectOf(metadata);
      return deletionTimestamp === undefined && labelsMatch(selector, objectOf(labels));
    })
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
}

export function isPodReady(pod: JsonObject): boolean {
  const conditions = listOf(objectOf(pod.status).conditions).filter(isObject);
  return conditions.some(({ type, status }) => type === 'Ready' && status === 'True');
}

/** Waits until a Service has `count` ready pods and returns their names. */
export async function waitReady(
  place: Place,
  service: string,
  { count = 1, timeoutMs = 300_000 }: { readonly count?: number; readonly timeoutMs?: number } = {},
): Promise<string[]> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const pods = await podsOf(place, service);
    if (pods.length === count && pods.every(isPodReady)) return pods.map(nameOf);
    if (Date.now() > end) {
      const states = pods.map((pod) => `${nameOf(pod)}: ${JSON.stringify(objectOf(pod.status))}`);
      throw new Error(`${service} has no ${count} ready pods after ${timeoutMs} ms\n${states.join('\n')}`);
    }
    await sleep(1000);
  }
}

/** Deletes pods of a Service (all, or the one that is named), waits until they are gone and as many others are ready. */
export async function deletePodsAndWait(
  place: Place,
  service: string,
  options: { readonly pod?: string; readonly timeoutMs?: number } = {},
): Promise<string[]> {
  const objects = accessObjects(place.cluster);
  const before = await podsOf(place, service);
  const victims = before.filter((pod) => options.pod === undefined || nameOf(pod) === options.pod);
  if (victims.length === 0) throw new Error(`${service} has no pod ${options.pod ?? ''}`);
  const target = (pod: JsonObject) => ({
    ...{ apiVersion: 'v1', kind: 'Pod' },
    ...{ name: nameOf(pod), namespace: place.namespace },
  });
  const uidOf = (pod: JsonObject | undefined) => textOf(objectOf(pod?.metadata).uid);
  await Promise.all(victims.map((pod) => objects.remove(target(pod))));
  const end = Date.now() + (options.timeoutMs ?? 120_000);
  for (const victim of victims) {
    while (uidOf(await objects.read(target(victim))) === uidOf(victim)) {
      if (Date.now() > end) throw new Error(`${nameOf(victim)} does not go away`);
      await sleep(500);
    }
  }
  return waitReady(place, service, {
    count: before.length,
    ...(options.timeoutMs !== undefined && { timeoutMs: options.timeoutMs }),
  });
}

/** Runs a command in a pod's container (its first when not named) and returns what it printed; a failure is an error. */
export async function runIn(
  { cluster, namespace }: Place,
  pod: string,
  command: readonly string[],
  { container, timeoutMs }: { readonly container?: string; readonly timeoutMs?: number } = {},
): Promise<string> {
  const live = await accessObjects(cluster).read({ apiVersion: 'v1', kind: 'Pod', name: pod, namespace });
  const first = listOf(objectOf(live?.spec).containers).map(objectOf)[0];
  const answer = await runInPod(cluster, {
    ...{ namespace, pod, command },
    container: container ?? textOf(first?.name),
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
  if (answer.exitCode !== 0)
    throw new Error(`${command.join(' ')} in ${pod} ended with ${answer.exitCode}: ${answer.stderr}`);
  return answer.stdout;
}

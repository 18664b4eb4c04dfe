import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { objectOf, textOf } from '../documents/json.js';
import type { JsonObject } from '../documents/manifest.js';
import { accessObjects } from '../host/cluster/objects.js';
import type { Cluster } from '../host/cluster/connect-cluster.js';

/** Marks everything that a trial made, so that a person can find what a killed run left behind. */
export const trialLabel = 'drydock.dev/trial';

/** `drydock-trial-` and eight random hexadecimal digits: two trials never meet. */
export function chooseTrialName(): string {
  return `drydock-trial-${randomBytes(4).toString('hex')}`;
}

/** A namespace in which pod security `restricted` is enforced. */
export function trialNamespace(name: string): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: {
        [trialLabel]: 'true',
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/enforce-version': 'latest',
      },
    },
  };
}

/**
 * Makes the namespace and waits until pods may be created in it (its default service account exists). Returns the API
 * server's message when that is not allowed.
 */
export async function createTrialNamespace(cluster: Cluster, name: string): Promise<string | undefined> {
  const objects = accessObjects(cluster);
  const answer = await objects.create(trialNamespace(name), { namespace: '' });
  if (answer.status >= 300)
    return textOf(objectOf(JSON.parse(answer.body)).message) || `HTTP ${answer.status}`;
  for (let i = 0; i < 50; i++) {
    if (await objects.read({ apiVersion: 'v1', kind: 'ServiceAccount', name: 'default', namespace: name }))
      break;
    await sleep(200);
  }
  return undefined;
}

/**
 * Deletes the namespace and waits until it and the volumes of its claims are gone. Never cancelled: this is what runs
 * after Ctrl-C. Returns false if something is still there after `timeoutMs`.
 */
export async function removeTrialNamespace(
  cluster: Cluster,
  name: string,
  timeoutMs: number,
): Promise<boolean> {
  const objects = accessObjects(cluster);
  const target = { apiVersion: 'v1', kind: 'Namespace', name };
  const end = Date.now() + timeoutMs;
  await objects.remove(target);
  for (let waited = 0; Date.now() < end; waited++) {
    const gone = (await objects.read(target)) === undefined && !(await hasVolumes(cluster, name));
    if (gone) return true;
    // A namespace that is stuck needs no tight loop.
    await sleep(waited < 20 ? 500 : 2000);
  }
  return false;
}

async function hasVolumes(cluster: Cluster, namespace: string): Promise<boolean> {
  const volumes = await accessObjects(cluster).list({ apiVersion: 'v1', kind: 'PersistentVolume' });
  return volumes.some(({ spec }) => {
    const { claimRef, persistentVolumeReclaimPolicy } = objectOf(spec);
    return objectOf(claimRef).namespace === namespace && persistentVolumeReclaimPolicy === 'Delete';
  });
}

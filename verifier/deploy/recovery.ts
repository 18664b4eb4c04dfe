import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CheckDetail } from '../../model/check.js';
import { isObject, listOf, objectOf, textOf } from '../documents/json.js';
import type { JsonObject } from '../documents/manifest.js';
import { toDetail } from '../documents/violation.js';
import { runInPod } from '../host/cluster/run-in-pod.js';
import type { TrialObject } from '../trial/prepare-objects.js';
import { findWorkload, isReady, nameOf, podsOf, takeSnapshot } from './snapshot.js';
import { deployTexts as texts } from './texts.js';
import type { Trial } from './trial.js';

export interface Recovery {
  readonly seconds: number;
  /** kept: what was written was there again; unchecked: the image has no shell to write with; none: no claim. */
  readonly claims: 'kept' | 'unchecked' | 'none';
  readonly fault?: CheckDetail;
}

interface Marker {
  readonly container: string;
  readonly file: string;
  readonly mountPath: string;
}

/** Deletes one pod of a workload, waits until all replicas are ready again, and looks for what was written to its claims. */
export async function testRecovery(
  trial: Trial,
  workload: TrialObject,
  timeoutMs: number,
): Promise<Recovery> {
  const { kind, name } = workload.manifest;
  const before = await takeSnapshot(trial.objects, trial.namespace);
  const live = findWorkload(before, kind, name);
  const victim = live && podsOf(live, before).find((pod) => objectOf(pod.status).phase === 'Running');
  if (victim === undefined) return { seconds: 0, claims: 'none' };
  const pod = nameOf(victim);
  const token = randomBytes(8).toString('hex');
  const mounts = claimMounts(victim);
  const markers: Marker[] = [];
  for (const mount of mounts) if (await write(trial, { pod, token, ...mount })) markers.push(mount);
  trial.progress({ check: 'deploy', target: name, message: texts.recovering(pod) });
  const start = Date.now();
  await trial.objects.remove({ apiVersion: 'v1', kind: 'Pod', name: pod, namespace: trial.namespace });
  const successor = await awaitSuccessor(trial, workload, { uid: uidOf(victim), pod, timeoutMs });
  const seconds = Math.round((Date.now() - start) / 1000);
  const claims = mounts.length === 0 ? 'none' : markers.length === mounts.length ? 'kept' : 'unchecked';
  if (successor === undefined) {
    const violation = { path: [], message: texts.noRecovery(pod, seconds), hint: texts.notReadyHint() };
    return {
      seconds,
      claims,
      fault: toDetail(workload.manifest, violation, { rule: 'deploy/recovery', severity: 'error' }),
    };
  }
  for (const marker of markers) {
    if (await isThere(trial, { pod: successor, token, ...marker })) continue;
    const violation = {
      path: ['spec', 'template', 'spec', 'volumes'],
      message: texts.dataLost(marker.mountPath),
      hint: texts.dataLostHint(),
    };
    return {
      seconds,
      claims,
      fault: toDetail(workload.manifest, violation, { rule: 'deploy/data', severity: 'error' }),
    };
  }
  return { seconds, claims };
}

function uidOf(object: JsonObject): string {
  return textOf(objectOf(object.metadata).uid);
}

function claimMounts(pod: JsonObject): Marker[] {
  const spec = objectOf(pod.spec);
  const claims = listOf(spec.volumes)
    .map(objectOf)
    .filter((volume) => isObject(volume.persistentVolumeClaim));
  const names = new Set(claims.map(({ name }) => name));
  return listOf(spec.containers).flatMap((item) => {
    const container = objectOf(item);
    return listOf(container.volumeMounts)
      .map(objectOf)
      .filter(({ name, readOnly }) => names.has(name) && readOnly !== true)
      .map(({ mountPath }) => {
        const path = textOf(mountPath).replace(/\/+$/, '');
        return { container: textOf(container.name), mountPath: path, file: `${path}/.drydock-trial` };
      });
  });
}

type MarkerIn = Marker & { readonly pod: string; readonly token: string };

/** False when the image has no shell, or the mounted directory may not be written to at its top. */
async function write(trial: Trial, { pod, container, file, token }: MarkerIn): Promise<boolean> {
  const command = ['sh', '-c', `printf %s ${token} > '${file}'`];
  return (
    (await runInPod(trial.cluster, { namespace: trial.namespace, pod, container, command })).exitCode === 0
  );
}

async function isThere(trial: Trial, { pod, container, file, token }: MarkerIn): Promise<boolean> {
  const command = ['sh', '-c', `cat '${file}'`];
  const { stdout } = await runInPod(trial.cluster, { namespace: trial.namespace, pod, container, command });
  return stdout.includes(token);
}

/** Waits until all replicas are ready without the deleted pod. A StatefulSet's successor has its name, others any. */
async function awaitSuccessor(
  trial: Trial,
  { manifest }: TrialObject,
  gone: { uid: string; pod: string; timeoutMs: number },
): Promise<string | undefined> {
  const end = Date.now() + gone.timeoutMs;
  while (Date.now() < end) {
    trial.signal?.throwIfAborted();
    const snapshot = await takeSnapshot(trial.objects, trial.namespace);
    const workload = findWorkload(snapshot, manifest.kind, manifest.name);
    const left = snapshot.pods.some((pod) => uidOf(pod) === gone.uid);
    if (workload !== undefined && !left && isReady(workload)) {
      const pods = podsOf(workload, snapshot);
      return nameOf(pods.find((pod) => nameOf(pod) === gone.pod) ?? pods[0] ?? {});
    }
    await sleep(1000, undefined, trial.signal ? { signal: trial.signal } : {});
  }
  return undefined;
}

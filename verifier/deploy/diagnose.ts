import type { Text } from '../../model/text.js';
import { isObject, listOf, objectOf, textOf } from '../documents/json.js';
import type { JsonObject } from '../documents/manifest.js';
import { apiTexts } from '../trial/texts.js';
import { eventsAbout } from './diagnosis.js';
import type { Diagnosis } from './diagnosis.js';
import { diagnoseContainers } from './diagnose-container.js';
import { nameOf, podsOf } from './snapshot.js';
import type { Snapshot } from './snapshot.js';
import { deployTexts as texts } from './texts.js';

/** How long a state may last before it is taken for final, in milliseconds. */
const patience = { schedule: 20_000, volume: 15_000, mount: 30_000, admission: 3_000 };

/** Judges a workload by its pods and events; undefined when nothing is wrong so far. */
export function diagnose(workload: JsonObject, snapshot: Snapshot): Diagnosis | undefined {
  const pods = podsOf(workload, snapshot);
  const found = [
    diagnoseAdmission(workload, snapshot),
    ...pods.flatMap((pod) => [
      diagnoseScheduling(pod, snapshot),
      ...diagnoseContainers(pod, snapshot, { job: workload.kind === 'Job' }),
      diagnoseMount(pod, snapshot),
    ]),
  ].filter((item) => item !== undefined);
  return found.find(({ final }) => final) ?? found[0];
}

function diagnoseAdmission(workload: JsonObject, snapshot: Snapshot): Diagnosis | undefined {
  const name = nameOf(workload);
  const [event] = eventsAbout(
    snapshot,
    // A Deployment's pods are made by a ReplicaSet of its name and a hash.
    (kind, about) => about === name || (kind === 'ReplicaSet' && about.replace(/-[a-z0-9]+$/, '') === name),
  ).filter(({ reason }) => reason === 'FailedCreate' || reason === 'ReplicaSetCreateError');
  if (event === undefined || podsOf(workload, snapshot).length > 0) return undefined;
  const message = textOf(event.message);
  const security = /violates PodSecurity "[^"]*": (.*)$/s.exec(message)?.[1];
  const quota = message.includes('exceeded quota');
  const age =
    snapshot.time - Date.parse(textOf(event.firstTimestamp ?? objectOf(event.metadata).creationTimestamp));
  return {
    rule: quota ? 'quota' : security === undefined ? 'admission' : 'pod-security',
    final: quota || security !== undefined || age > patience.admission,
    message: () => (quota ? apiTexts.quota(message) : texts.admission(security ?? message)),
    hint: quota ? apiTexts.quotaHint() : texts.admissionHint(),
    path: ['spec', 'template', 'spec'],
  };
}

function diagnoseScheduling(pod: JsonObject, snapshot: Snapshot): Diagnosis | undefined {
  const conditions = listOf(objectOf(pod.status).conditions).filter(isObject);
  const scheduled = conditions.find(({ type }) => type === 'PodScheduled');
  if (scheduled?.status !== 'False') return undefined;
  const age = snapshot.time - Date.parse(textOf(scheduled.lastTransitionTime));
  const volume = diagnoseClaims(pod, snapshot, age);
  if (volume) return volume;
  const message = textOf(scheduled.message);
  return {
    rule: 'unschedulable',
    final: age > patience.schedule,
    message: () => texts.unschedulable(whyUnschedulable(message)),
    hint: texts.unschedulableHint(),
    path: ['spec', 'template', 'spec'],
  };
}

function whyUnschedulable(message: string): Text {
  const short = [...message.matchAll(/Insufficient ([\w-]+(?:[./][\w-]+)*)/g)].map((match) => match[1] ?? '');
  if (short.length > 0) return texts.insufficient([...new Set(short)].sort());
  if (/node affinity|node selector/i.test(message)) return texts.nodeSelector();
  if (/topology spread|anti-affinity/i.test(message)) return texts.spreadOut();
  if (/taint/i.test(message)) return texts.taint();
  return texts.otherReason(message);
}

function diagnoseClaims(pod: JsonObject, snapshot: Snapshot, age: number): Diagnosis | undefined {
  for (const volume of listOf(objectOf(pod.spec).volumes)) {
    const name = textOf(objectOf(objectOf(volume).persistentVolumeClaim).claimName);
    if (name === '') continue;
    const claim = snapshot.claims.find((candidate) => nameOf(candidate) === name);
    if (claim !== undefined && objectOf(claim.status).phase === 'Bound') continue;
    const [event] = eventsAbout(
      snapshot,
      (kind, about) => kind === 'PersistentVolumeClaim' && about === name,
    ).filter(({ reason }) => reason === 'ProvisioningFailed' || reason === 'FailedBinding');
    // A claim that waits for its first pod is no fault.
    if (claim !== undefined && event === undefined) continue;
    const reason = event === undefined ? 'there is no such claim' : textOf(event.message);
    return {
      rule: 'volume',
      final: age > patience.volume,
      message: () => texts.volume(name, reason),
      hint: texts.volumeHint(),
      path: ['spec', 'template', 'spec', 'volumes'],
    };
  }
  return undefined;
}

function diagnoseMount(pod: JsonObject, snapshot: Snapshot): Diagnosis | undefined {
  if (objectOf(pod.status).phase !== 'Pending') return undefined;
  const name = nameOf(pod);
  const [event] = eventsAbout(snapshot, (kind, about) => kind === 'Pod' && about === name).filter(
    ({ reason }) => reason === 'FailedMount' || reason === 'FailedAttachVolume',
  );
  if (event === undefined) return undefined;
  const age = snapshot.time - Date.parse(textOf(objectOf(pod.metadata).creationTimestamp));
  return {
    rule: 'mount',
    final: age > patience.mount,
    message: () => texts.mount(textOf(event.message)),
    hint: texts.mountHint(),
    path: ['spec', 'template', 'spec', 'volumes'],
  };
}

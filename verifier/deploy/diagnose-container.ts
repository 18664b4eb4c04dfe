import { isObject, listOf, objectOf, textOf } from '../documents/json.js';
import type { FieldPath, JsonObject } from '../documents/manifest.js';
import { eventsAbout } from './diagnosis.js';
import type { Diagnosis } from './diagnosis.js';
import { nameOf } from './snapshot.js';
import type { Snapshot } from './snapshot.js';
import { deployTexts as texts } from './texts.js';

/** Exits after which a container is taken for broken: one that waits for a database may need a second start. */
const crashLimit = 3;
const pullReasons = [
  'ImagePullBackOff',
  'ErrImagePull',
  'InvalidImageName',
  'ErrImageNeverPull',
  'RegistryUnavailable',
];
const createReasons = ['CreateContainerConfigError', 'CreateContainerError', 'RunContainerError'];

interface ContainerState {
  readonly pod: string;
  readonly name: string;
  readonly status: JsonObject;
  readonly path: FieldPath;
  readonly spec: JsonObject;
  /** Newest first. */
  readonly events: readonly JsonObject[];
  readonly ageMs: number;
}

/** Judges each container of a pod. */
export function diagnoseContainers(
  pod: JsonObject,
  snapshot: Snapshot,
  options: { readonly job: boolean },
): (Diagnosis | undefined)[] {
  return statesOf(pod, snapshot).map(
    (state) =>
      diagnosePull(state) ?? diagnoseCreation(state) ?? diagnoseExit(state, options) ?? diagnoseProbe(state),
  );
}

function statesOf(pod: JsonObject, snapshot: Snapshot): ContainerState[] {
  const status = objectOf(pod.status);
  const name = nameOf(pod);
  const ageMs = snapshot.time - Date.parse(textOf(objectOf(pod.metadata).creationTimestamp));
  const all = eventsAbout(snapshot, (kind, about) => kind === 'Pod' && about === name);
  const lists = [
    ['initContainerStatuses', 'initContainers'],
    ['containerStatuses', 'containers'],
  ] as const;
  return lists.flatMap(([statuses, field]) =>
    listOf(status[statuses]).flatMap((item): ContainerState[] => {
      if (!isObject(item)) return [];
      const container = textOf(item.name);
      const specs = listOf(objectOf(pod.spec)[field]).map(objectOf);
      const index = specs.findIndex((spec) => spec.name === container);
      const events = all.filter((event) =>
        textOf(objectOf(event.involvedObject).fieldPath).endsWith(`{${container}}`),
      );
      const path = ['spec', 'template', 'spec', field, index];
      return [{ pod: name, name: container, status: item, path, spec: specs[index] ?? {}, events, ageMs }];
    }),
  );
}

function waitingOf({ status }: ContainerState): JsonObject {
  return objectOf(objectOf(status.state).waiting);
}

function diagnosePull(state: ContainerState): Diagnosis | undefined {
  const waiting = waitingOf(state);
  const reason = textOf(waiting.reason);
  if (!pullReasons.includes(reason)) return undefined;
  // While backing off the state says nothing; the event before it has the registry's answer.
  const failed = state.events.find(
    (event) => event.reason === 'Failed' && textOf(event.message).startsWith('Failed to pull'),
  );
  const answer = shortenPull(textOf(failed?.message) || textOf(waiting.message));
  return {
    rule: 'image-pull',
    final: reason !== 'ErrImagePull' || state.ageMs > 10_000,
    message: () => texts.imagePull(textOf(state.spec.image), answer),
    hint: texts.imagePullHint(),
    path: [...state.path, 'image'],
  };
}

/** The runtime repeats the image in every layer of its message; the last part is what the registry said. */
function shortenPull(message: string): string {
  const parts = message
    .replace(/^Failed to pull image "[^"]*": /, '')
    .split(/: (?=failed to|unexpected|not found|pull access|dial|lookup|x509|unauthorized)/);
  return (parts.at(-1) ?? message).slice(0, 300);
}

function diagnoseCreation(state: ContainerState): Diagnosis | undefined {
  const waiting = waitingOf(state);
  if (!createReasons.includes(textOf(waiting.reason))) return undefined;
  return {
    rule: 'container',
    final: state.ageMs > 10_000,
    message: () => texts.container(textOf(waiting.message).slice(0, 400)),
    hint: texts.containerHint(),
    path: state.path,
  };
}

function diagnoseExit(state: ContainerState, options: { readonly job: boolean }): Diagnosis | undefined {
  const { state: now, lastState, restartCount } = state.status;
  const current = objectOf(objectOf(now).terminated);
  const exit = current.exitCode === undefined ? objectOf(objectOf(lastState).terminated) : current;
  if (typeof exit.exitCode !== 'number' || (exit.exitCode === 0 && exit === current)) return undefined;
  const restarts = typeof restartCount === 'number' ? restartCount : 0;
  const count = restarts + (current.exitCode === undefined ? 0 : 1);
  const final = options.job ? false : count >= crashLimit;
  const log = { pod: state.pod, container: state.name, previous: current.exitCode === undefined };
  if (exit.reason === 'OOMKilled') {
    const limit = textOf(objectOf(objectOf(state.spec.resources).limits).memory);
    const path = [...state.path, 'resources', 'limits', 'memory'];
    return {
      rule: 'out-of-memory',
      final,
      message: () => texts.outOfMemory(limit, count),
      hint: texts.outOfMemoryHint(),
      path,
    };
  }
  const probe = killingProbe(state);
  if (probe) {
    const path = [...state.path, `${probe.name.toLowerCase()}Probe`];
    return {
      rule: 'probe',
      final,
      message: () => texts.killedByProbe(probe.name, probe.answer, count),
      hint: texts.probeHint(),
      path,
      log,
    };
  }
  const seconds =
    Math.round((Date.parse(textOf(exit.finishedAt)) - Date.parse(textOf(exit.startedAt))) / 1000) || 0;
  const { exitCode } = exit;
  return {
    rule: 'crash',
    final,
    message: (words) => texts.crash({ code: exitCode, seconds, count }, words),
    hint: texts.crashHint(),
    path: state.path,
    log,
  };
}

/** The probe because of which the kubelet ended the container, from its events. */
function killingProbe(state: ContainerState): { name: string; answer: string } | undefined {
  const killed = state.events.find(
    ({ reason, message }) => reason === 'Killing' && /failed (liveness|startup) probe/.test(textOf(message)),
  );
  const name = /failed (liveness|startup) probe/.exec(textOf(killed?.message))?.[1];
  if (name === undefined) return undefined;
  return { name, answer: failedProbe(state, new RegExp(`^${name} probe`, 'i'))?.answer ?? '' };
}

function failedProbe(state: ContainerState, pattern: RegExp): { name: string; answer: string } | undefined {
  const event = state.events.find(
    ({ reason, message }) => reason === 'Unhealthy' && pattern.test(textOf(message)),
  );
  const match = /^(\w+) probe (?:failed|errored)(?: and resulted in unknown state)?: ([^]*)$/.exec(
    textOf(event?.message),
  );
  return match
    ? { name: (match[1] ?? '').toLowerCase(), answer: (match[2] ?? '').trim().slice(0, 300) }
    : undefined;
}

function diagnoseProbe(state: ContainerState): Diagnosis | undefined {
  if (state.status.ready === true || objectOf(state.status.state).running === undefined) return undefined;
  const failed = failedProbe(state, /^(Readiness|Startup|Liveness) probe/);
  if (failed === undefined) return undefined;
  return {
    rule: 'probe',
    final: false,
    message: () => texts.probe(failed.name, failed.answer),
    hint: texts.probeHint(),
    path: [...state.path, `${failed.name}Probe`],
    log: { pod: state.pod, container: state.name, previous: false },
  };
}

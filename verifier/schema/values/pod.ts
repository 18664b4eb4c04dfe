import { isObject, listOf, textOf } from '../../documents/json.js';
import { printPath } from '../../documents/manifest.js';
import type { Manifest } from '../../documents/manifest.js';
import { podOf } from '../../documents/pods.js';
import type { PodView } from '../../documents/pods.js';
import { isLabel } from '../names.js';
import type { SchemaData } from '../schema-data.js';
import type { SchemaViolation } from '../schema-violation.js';
import { grammarTexts, schemaTexts as texts } from '../texts.js';
import { checkBounds, checkExactlyOne, maxInt32 } from './bounds.js';
import { checkContainer } from './container.js';

const restartPolicies: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['Always'],
  ReplicaSet: ['Always'],
  StatefulSet: ['Always'],
  DaemonSet: ['Always'],
  ReplicationController: ['Always'],
  Job: ['OnFailure', 'Never'],
  CronJob: ['OnFailure', 'Never'],
};

/** The pod inside an object: restart policy, volumes, containers. */
export function* checkPod(manifest: Manifest, data: SchemaData): Generator<SchemaViolation> {
  const pod = podOf(manifest);
  if (pod === undefined) return;
  const allowed = restartPolicies[manifest.kind];
  const policy = pod.spec.restartPolicy ?? 'Always';
  if (allowed && typeof policy === 'string' && !allowed.includes(policy)) {
    const message = texts.restartPolicy(manifest.kind, allowed);
    yield { rule: 'restart-policy', path: [...pod.path, 'restartPolicy'], message };
  }
  yield* checkBounds(pod.spec, pod.path, [['terminationGracePeriodSeconds', 0, maxInt32]]);
  if (listOf(pod.spec.containers).length === 0) {
    yield {
      rule: 'required',
      path: pod.path,
      message: texts.missing(printPath([...pod.path, 'containers'])),
    };
  }
  yield* checkVolumes(pod, data);
  const names = new Set<string>();
  for (const container of pod.containers) {
    if (names.has(container.name) && container.name !== '') {
      const message = texts.duplicateName('containers', container.name);
      yield { rule: 'duplicate-item', path: [...container.path, 'name'], message };
    }
    names.add(container.name);
    yield* checkContainer(container, pod);
  }
}

function* checkVolumes(pod: PodView, data: SchemaData): Generator<SchemaViolation> {
  const sources = Object.keys(data.types['core.v1.Volume'] ?? {}).filter((field) => field !== 'name');
  for (const [i, volume] of listOf(pod.spec.volumes).entries()) {
    if (!isObject(volume)) continue;
    const path = [...pod.path, 'volumes', i];
    const name = textOf(volume.name);
    if (name !== '' && !isLabel(name)) {
      const message = texts.badValue(printPath([...path, 'name']), name, grammarTexts.label());
      yield { rule: 'name', path: [...path, 'name'], message };
    }
    // Without any source the API server makes it an emptyDir.
    const found = sources.filter((source) => volume[source] !== undefined && volume[source] !== null);
    if (found.length > 1) yield* checkExactlyOne(volume, path, sources);
    for (const field of ['configMap', 'secret'] as const) {
      const source = volume[field];
      if (isObject(source)) yield* checkBounds(source, [...path, field], [['defaultMode', 0, 0o777]]);
    }
  }
}

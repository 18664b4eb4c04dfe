import { isObject, listOf, objectOf, textOf, valueAt } from './json.js';
import type { FieldPath, JsonObject, Manifest } from './manifest.js';

/** A pod, or the template of pods, inside an object. */
export interface PodView {
  readonly manifest: Manifest;
  /** Path of the pod's spec. */
  readonly path: FieldPath;
  readonly spec: JsonObject;
  readonly labels: JsonObject;
  readonly containers: readonly ContainerView[];
}

/** sidecar: an init container with `restartPolicy: Always`. */
export interface ContainerView {
  readonly value: JsonObject;
  readonly path: FieldPath;
  readonly name: string;
  readonly role: 'container' | 'init' | 'sidecar' | 'ephemeral';
}

const templatePaths: Readonly<Record<string, FieldPath>> = {
  Pod: [],
  PodTemplate: ['template'],
  Deployment: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** Where the pod template (metadata and spec) of an object stands; undefined for objects without pods. */
export function templatePathOf(manifest: Manifest): FieldPath | undefined {
  return templatePaths[manifest.kind];
}

/** The pod of an object, if it has one. */
export function podOf(manifest: Manifest): PodView | undefined {
  const template = templatePathOf(manifest);
  if (template === undefined) return undefined;
  const path = [...template, 'spec'];
  const spec = valueAt(manifest.value, path);
  if (!isObject(spec)) return undefined;
  const labels = objectOf(valueAt(manifest.value, [...template, 'metadata', 'labels']));
  return { manifest, path, spec, labels, containers: containersOf(spec, path) };
}

function containersOf(spec: JsonObject, path: FieldPath): ContainerView[] {
  const lists = [
    ['initContainers', 'init'],
    ['containers', 'container'],
    ['ephemeralContainers', 'ephemeral'],
  ] as const;
  return lists.flatMap(([field, role]) =>
    listOf(spec[field]).flatMap((item, i): ContainerView[] => {
      if (!isObject(item)) return [];
      const actual = role === 'init' && item.restartPolicy === 'Always' ? 'sidecar' : role;
      return [{ value: item, path: [...path, field, i], name: textOf(item.name), role: actual }];
    }),
  );
}

/** Kinds whose pods are meant to run for ever; a Job's end. */
export function isLongRunning(manifest: Manifest): boolean {
  return ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController'].includes(
    manifest.kind,
  );
}

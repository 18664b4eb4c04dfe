import type { Text } from '../../model/text.js';
import type { FieldPath, Manifest } from '../documents/manifest.js';
import { podOf } from '../documents/pods.js';
import type { ContainerView, PodView } from '../documents/pods.js';
import type { DockerfileView } from './dockerfile/dockerfile-view.js';
import type { ManifestSet } from './manifest-set.js';

/** What people read of a rule; the reference documentation is made from it. */
export interface RuleInfo {
  /** Unique and kebab-case. Reported as `policy/<id>`, and what `drydock.dev/ignore` names. */
  readonly id: string;
  readonly severity: 'error' | 'warning';
  readonly title: Text;
  readonly why: Text;
  readonly fix: Text;
}

/** A place in a manifest that breaks the rule. */
export interface ManifestHit {
  readonly manifest: Manifest;
  readonly path: FieldPath;
  readonly message: Text;
  /** What to do here, when it is more than the rule's `fix`. */
  readonly hint?: Text;
  /** Less than the rule's own severity, when this case is less certain. */
  readonly severity?: 'warning';
}

/** A rule over all manifests that belong together. */
export interface ManifestRule extends RuleInfo {
  readonly inspect: (set: ManifestSet) => Iterable<ManifestHit>;
}

/** A line of a Dockerfile that breaks the rule. */
export interface DockerfileHit {
  /** 1-based. */
  readonly line: number;
  readonly message: Text;
  readonly hint?: Text;
  readonly severity?: 'warning';
}

/** A rule over one Dockerfile. */
export interface DockerfileRule extends RuleInfo {
  readonly inspect: (file: DockerfileView) => Iterable<DockerfileHit>;
}

/** A sentence in both languages. */
export function say(en: string, zh: string): Text {
  return { en, 'zh-CN': zh };
}

/** Runs a check over every pod of the set; paths are relative to the object, as everywhere. */
export function eachPod(
  check: (pod: PodView) => Iterable<Omit<ManifestHit, 'manifest'>>,
): ManifestRule['inspect'] {
  return function* (set) {
    for (const manifest of set.manifests) {
      const pod = podOf(manifest);
      if (pod) for (const hit of check(pod)) yield { manifest, ...hit };
    }
  };
}

/** Runs a check over every container of every pod, init containers included. */
export function eachContainer(
  check: (container: ContainerView, pod: PodView) => Iterable<Omit<ManifestHit, 'manifest'>>,
): ManifestRule['inspect'] {
  return eachPod(function* (pod) {
    for (const container of pod.containers) yield* check(container, pod);
  });
}

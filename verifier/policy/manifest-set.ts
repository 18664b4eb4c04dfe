import type { Manifest } from '../documents/manifest.js';
import { podOf } from '../documents/pods.js';
import type { PodView } from '../documents/pods.js';

/** The manifests that are applied together, and questions that rules ask of them. */
export interface ManifestSet {
  readonly manifests: readonly Manifest[];
  readonly pods: readonly PodView[];
  readonly ofKind: (kind: string) => readonly Manifest[];
  /** The object of this kind and name in the namespace of `from`. */
  readonly find: (from: Manifest, kind: string, name: string) => Manifest | undefined;
}

/** Indexes manifests by kind. */
export function toManifestSet(manifests: readonly Manifest[]): ManifestSet {
  const byKind = new Map<string, Manifest[]>();
  for (const manifest of manifests) {
    const list = byKind.get(manifest.kind);
    if (list) list.push(manifest);
    else byKind.set(manifest.kind, [manifest]);
  }
  const ofKind = (kind: string) => byKind.get(kind) ?? [];
  return {
    manifests,
    pods: manifests.flatMap((manifest) => podOf(manifest) ?? []),
    ofKind,
    find: (from, kind, name) =>
      ofKind(kind).find((candidate) => candidate.name === name && sameNamespace(candidate, from)),
  };
}

/** An object without a namespace goes wherever the set is applied to, so it may meet any other. */
export function sameNamespace(a: Manifest, b: Manifest): boolean {
  return a.namespace === b.namespace || a.namespace === '' || b.namespace === '';
}

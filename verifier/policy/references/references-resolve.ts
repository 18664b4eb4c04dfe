import { isObject, listOf, objectOf, textOf } from '../../documents/json.js';
import type { FieldPath, JsonObject, Manifest } from '../../documents/manifest.js';
import { podOf } from '../../documents/pods.js';
import { sameNamespace } from '../manifest-set.js';
import type { ManifestSet } from '../manifest-set.js';
import { say } from '../rule.js';
import type { ManifestHit, ManifestRule } from '../rule.js';

interface Reference {
  readonly kind: 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim' | 'ServiceAccount';
  readonly name: string;
  readonly key?: string;
  readonly path: FieldPath;
}

/** Kinds whose controllers write a Secret of the same name. */
const secretMakers = [
  'ExternalSecret',
  'SealedSecret',
  'Certificate',
  'VaultStaticSecret',
  'OnePasswordItem',
];

export const referencesResolve: ManifestRule = {
  id: 'references-resolve',
  severity: 'error',
  title: say('A pod refers to something that is not here', 'Pod 引用了不存在的对象'),
  why: say(
    'The pod is created and then waits for ever: CreateContainerConfigError, or a volume that never mounts.',
    'Pod 会被创建，但将一直等待：CreateContainerConfigError，或卷始终无法挂载。',
  ),
  fix: say(
    'add the object, correct the name or key, or mark the reference optional',
    '补充该对象、更正名称或键，或将引用标为 optional',
  ),
  inspect: function* (set) {
    for (const manifest of set.manifests) {
      const seen = new Set<string>();
      for (const reference of referencesOf(manifest)) {
        const id = `${reference.kind}/${reference.name}/${reference.key ?? ''}`;
        if (seen.has(id)) continue;
        seen.add(id);
        const found = judge(manifest, reference, set);
        if (found) yield found;
      }
    }
  },
};

function judge(manifest: Manifest, reference: Reference, set: ManifestSet): ManifestHit | undefined {
  const { kind, name, key, path } = reference;
  // Made by Kubernetes in every namespace.
  if (name === '' || name === 'kube-root-ca.crt' || (kind === 'ServiceAccount' && name === 'default'))
    return undefined;
  const target = set.find(manifest, kind, name);
  if (target === undefined) {
    if (kind === 'PersistentVolumeClaim' && isMadeBySet(manifest, name, set)) return undefined;
    if (kind === 'Secret' && secretMakers.some((maker) => set.find(manifest, maker, name))) return undefined;
    const message = say(`${kind} "${name}" is not among these files`, `这些文件中没有 ${kind}“${name}”`);
    // Secrets are often made by hand or by a vault.
    return { manifest, path, message, ...(kind === 'Secret' && { severity: 'warning' as const }) };
  }
  const { data, binaryData, stringData } = target.value;
  if (
    key === undefined ||
    { ...objectOf(data), ...objectOf(binaryData), ...objectOf(stringData) }[key] !== undefined
  )
    return undefined;
  return {
    manifest,
    path,
    message: say(`${kind} "${name}" has no key "${key}"`, `${kind}“${name}”中没有键“${key}”`),
  };
}

/**
 * The controller of a StatefulSet makes a claim `TEMPLATE-SET-ORDINAL` for each template and replica.
 * Source: https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-storage
 */
function isMadeBySet(from: Manifest, claim: string, set: ManifestSet): boolean {
  return set.ofKind('StatefulSet').some((candidate) => {
    if (!sameNamespace(candidate, from)) return false;
    const spec = objectOf(candidate.value.spec);
    const first = Number(objectOf(spec.ordinals).start ?? 0);
    const end = first + Number(spec.replicas ?? 1);
    return listOf(spec.volumeClaimTemplates).some((template) => {
      const prefix = `${textOf(objectOf(objectOf(template).metadata).name)}-${candidate.name}-`;
      const ordinal = claim.startsWith(prefix) ? claim.slice(prefix.length) : '';
      return /^\d+$/.test(ordinal) && Number(ordinal) >= first && Number(ordinal) < end;
    });
  });
}

function* referencesOf(manifest: Manifest): Generator<Reference> {
  const pod = podOf(manifest);
  if (pod === undefined) return;
  yield {
    kind: 'ServiceAccount',
    name: textOf(pod.spec.serviceAccountName),
    path: [...pod.path, 'serviceAccountName'],
  };
  for (const { value, path } of pod.containers) yield* ofContainer(value, path);
  for (const [i, volume] of listOf(pod.spec.volumes).entries()) {
    if (isObject(volume)) yield* ofVolume(volume, [...pod.path, 'volumes', i]);
  }
  for (const [i, secret] of listOf(pod.spec.imagePullSecrets).entries()) {
    yield { kind: 'Secret', name: textOf(objectOf(secret).name), path: [...pod.path, 'imagePullSecrets', i] };
  }
}

function* ofContainer(value: JsonObject, path: FieldPath): Generator<Reference> {
  for (const [i, item] of listOf(value.env).entries()) {
    const from = objectOf(objectOf(item).valueFrom);
    yield* named(from.configMapKeyRef, 'ConfigMap', [...path, 'env', i, 'valueFrom']);
    yield* named(from.secretKeyRef, 'Secret', [...path, 'env', i, 'valueFrom']);
  }
  for (const [i, item] of listOf(value.envFrom).entries()) {
    yield* named(objectOf(item).configMapRef, 'ConfigMap', [...path, 'envFrom', i]);
    yield* named(objectOf(item).secretRef, 'Secret', [...path, 'envFrom', i]);
  }
}

function* ofVolume(volume: JsonObject, path: FieldPath): Generator<Reference> {
  const claim = objectOf(volume.persistentVolumeClaim);
  yield {
    kind: 'PersistentVolumeClaim',
    name: textOf(claim.claimName),
    path: [...path, 'persistentVolumeClaim'],
  };
  const sources = [volume, ...listOf(objectOf(volume.projected).sources).map(objectOf)];
  for (const source of sources) {
    yield* withItems(source.configMap, 'ConfigMap', [...path, 'configMap']);
    yield* withItems(source.secret, 'Secret', [...path, 'secret']);
  }
}

function* named(value: unknown, kind: 'ConfigMap' | 'Secret', path: FieldPath): Generator<Reference> {
  if (!isObject(value) || value.optional === true) return;
  yield { kind, name: textOf(value.name), ...(typeof value.key === 'string' && { key: value.key }), path };
}

function* withItems(value: unknown, kind: 'ConfigMap' | 'Secret', path: FieldPath): Generator<Reference> {
  if (!isObject(value) || value.optional === true) return;
  const name = textOf(value.name) || textOf(value.secretName);
  yield { kind, name, path };
  for (const [i, item] of listOf(value.items).entries()) {
    const key = textOf(objectOf(item).key);
    if (key !== '') yield { kind, name, key, path: [...path, 'items', i] };
  }
}

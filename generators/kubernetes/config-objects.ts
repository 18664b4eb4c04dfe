import type { V1ConfigMap, V1Secret } from './api-types.js';
import { sortBy } from '../../model/order.js';
import type { SecretPlan } from '../../model/plan-component.js';
import type { StoredContent } from '../application-config/read-config-file.js';
import { reportPlan } from '../generation.js';
import type { Workshop } from '../generation.js';
import { metadata } from './labels.js';
import type { Owner } from './labels.js';
import type { Manifest } from './manifest.js';
import { tooLarge, tooLargeHint } from './texts.js';

/** A ConfigMap of environment variables, sorted. */
export function environmentMap(
  workshop: Workshop,
  owner: Owner,
  object: { readonly name: string; readonly values: Readonly<Record<string, string>> },
): (V1ConfigMap & Manifest)[] {
  const entries = sortBy(Object.entries(object.values), ([name]) => [name]);
  if (entries.length === 0) return [];
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: metadata(workshop, owner, object.name),
      data: Object.fromEntries(entries),
    },
  ];
}

/** A ConfigMap of files. */
export function fileMap(
  workshop: Workshop,
  owner: Owner,
  object: { readonly name: string; readonly files: readonly StoredContent[] },
): (V1ConfigMap & Manifest)[] {
  const { name, files } = object;
  if (files.length === 0) return [];
  warnOfSize(workshop, name, files);
  const data = textsOf(files);
  const binaryData = binariesOf(files);
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: metadata(workshop, owner, name),
      ...(Object.keys(data).length === 0 ? {} : { data }),
      ...(Object.keys(binaryData).length === 0 ? {} : { binaryData }),
    },
  ];
}

/** A Secret of whole files, for formats that can't take a secret from the environment. */
export function fileSecret(
  workshop: Workshop,
  owner: Owner,
  object: { readonly name: string; readonly files: readonly StoredContent[] },
): (V1Secret & Manifest)[] {
  const { name, files } = object;
  if (files.length === 0) return [];
  warnOfSize(workshop, name, files);
  const stringData = textsOf(files);
  const data = binariesOf(files);
  return [
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: metadata(workshop, owner, name),
      type: 'Opaque',
      ...(Object.keys(stringData).length === 0 ? {} : { stringData }),
      ...(Object.keys(data).length === 0 ? {} : { data }),
    },
  ];
}

/** A Secret whose values a person, or a secret store, fills in. */
export function placeholderSecret(workshop: Workshop, owner: Owner, secret: SecretPlan): V1Secret & Manifest {
  const keys = sortBy(secret.keys, ({ key }) => [key]);
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: metadata(workshop, owner, secret.name),
    type: 'Opaque',
    stringData: Object.fromEntries(keys.map(({ key }) => [key, placeholder(secret.name, key)])),
  };
}

/** What stands for a secret's value until someone fills it in: `DRYDOCK_PLACEHOLDER_ORDER_DB_PASSWORD`. */
export function placeholder(secret: string, key: string): string {
  return `DRYDOCK_PLACEHOLDER_${secret}_${key}`.toUpperCase().replace(/[^A-Z0-9]/g, '_');
}

function textsOf(files: readonly StoredContent[]): Record<string, string> {
  const texts = files.flatMap((file) => ('text' in file ? [[file.name, file.text] as const] : []));
  return Object.fromEntries(sortBy(texts, ([name]) => [name]));
}

function binariesOf(files: readonly StoredContent[]): Record<string, string> {
  const binaries = files.flatMap((file) => ('base64' in file ? [[file.name, file.base64] as const] : []));
  return Object.fromEntries(sortBy(binaries, ([name]) => [name]));
}

/** https://kubernetes.io/docs/concepts/configuration/configmap/#motivation: at most 1 MiB. */
function warnOfSize(workshop: Workshop, name: string, files: readonly StoredContent[]): void {
  const bytes = files.reduce((sum, file) => sum + contentBytes(file), 0);
  if (bytes <= 1024 * 1024 - 4096) return;
  reportPlan(workshop, {
    code: 'object-too-large',
    message: tooLarge({ name, kilobytes: Math.ceil(bytes / 1024) }),
    hint: tooLargeHint(),
  });
}

export function contentBytes(file: StoredContent): number {
  return file.name.length + ('text' in file ? Buffer.byteLength(file.text) : file.base64.length);
}

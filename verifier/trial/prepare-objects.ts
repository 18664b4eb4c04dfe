import { isObject, listOf, mapStrings, objectOf, textOf } from '../documents/json.js';
import type { JsonObject, Manifest } from '../documents/manifest.js';
import { templatePathOf } from '../documents/pods.js';
import { parseImage } from '../policy/image-reference.js';
import { placeholderPattern } from '../secrets/placeholder.js';

/** One object as it is applied in a trial. */
export interface TrialObject {
  readonly manifest: Manifest;
  readonly value: JsonObject;
}

export interface TrialPlan {
  readonly objects: readonly TrialObject[];
  /** Kept out of a trial because they would reach outside of its namespace. */
  readonly leftOut: readonly Manifest[];
}

export interface PrepareOptions {
  readonly namespace: string;
  /** The value for a placeholder token; called once per token and place, must answer the same each time. */
  readonly valueFor: (token: string) => string;
  /** Image name without registry and with tag → the reference to use instead. */
  readonly images: ReadonlyMap<string, string>;
  readonly isNamespaced: (manifest: Manifest) => boolean;
  /** Ports of the nodes and load balancers: a dry run keeps them, a trial takes none. */
  readonly externalPorts: 'keep' | 'drop';
}

/** Kinds that would act outside of the trial: take a public host name, change the cluster. */
const outside = ['Ingress', 'IngressRoute', 'HTTPRoute', 'Gateway'];

/**
 * The manifests as they are applied in a trial: in its namespace, placeholders filled, images replaced by those just
 * pushed, and Services without ports of the nodes or load balancers.
 */
export function prepareObjects(manifests: readonly Manifest[], options: PrepareOptions): TrialPlan {
  const objects: TrialObject[] = [];
  const leftOut: Manifest[] = [];
  const namespaces = [...new Set(manifests.map(({ namespace }) => namespace).filter((name) => name !== ''))];
  for (const manifest of manifests) {
    // The trial's own namespace takes its place.
    if (manifest.kind === 'Namespace') continue;
    if (outside.includes(manifest.kind) || !options.isNamespaced(manifest)) leftOut.push(manifest);
    else objects.push({ manifest, value: prepare(manifest, namespaces, options) });
  }
  return { objects, leftOut };
}

function prepare(manifest: Manifest, namespaces: readonly string[], options: PrepareOptions): JsonObject {
  const moved = mapStrings(decodeSecret(manifest.value), (text) =>
    moveNames(fillPlaceholders(text, options), namespaces, options.namespace),
  );
  const value = objectOf(moved);
  const object = { ...value, metadata: { ...objectOf(value.metadata), namespace: options.namespace } };
  if (manifest.kind === 'Service') {
    return options.externalPorts === 'keep'
      ? object
      : { ...object, spec: internalService(objectOf(value.spec)) };
  }
  const template = templatePathOf(manifest);
  return template === undefined
    ? object
    : objectOf(replaceImages(object, [...template, 'spec'], options.images));
}

/** Placeholders inside base64 would not be seen, so a Secret's data is written as text where it is text. */
function decodeSecret(value: JsonObject): JsonObject {
  if (value.kind !== 'Secret' || !isObject(value.data)) return value;
  const text: Record<string, unknown> = {};
  const data: Record<string, unknown> = {};
  for (const [key, encoded] of Object.entries(value.data)) {
    const plain = Buffer.from(textOf(encoded), 'base64').toString('utf8');
    if (plain.includes('DRYDOCK_PLACEHOLDER_')) text[key] = plain;
    else data[key] = encoded;
  }
  return { ...value, data, stringData: { ...text, ...objectOf(value.stringData) } };
}

function fillPlaceholders(text: string, options: PrepareOptions): string {
  return text.replace(placeholderPattern, (token) => options.valueFor(token));
}

/** Full DNS names hold the namespace: `db.shop.svc.cluster.local`. */
function moveNames(text: string, namespaces: readonly string[], to: string): string {
  return namespaces.reduce((moved, from) => moved.replaceAll(`.${from}.svc`, `.${to}.svc`), text);
}

/** What only makes sense with ports of the nodes or a load balancer. */
const externalFields = [
  'allocateLoadBalancerNodePorts',
  'externalIPs',
  'externalTrafficPolicy',
  'healthCheckNodePort',
  'loadBalancerClass',
  'loadBalancerIP',
  'loadBalancerSourceRanges',
  'nodePort',
];

function internalService(spec: JsonObject): JsonObject {
  if (spec.type !== 'NodePort' && spec.type !== 'LoadBalancer') return spec;
  const ports = listOf(spec.ports).map((port) => withoutExternal(objectOf(port)));
  return { ...withoutExternal(spec), type: 'ClusterIP', ports };
}

function withoutExternal(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([field]) => !externalFields.includes(field)));
}

function replaceImages(
  value: unknown,
  path: readonly (string | number)[],
  images: ReadonlyMap<string, string>,
): unknown {
  const [head, ...rest] = path;
  if (head !== undefined) {
    const object = objectOf(value);
    return { ...object, [head]: replaceImages(object[head], rest, images) };
  }
  const spec = objectOf(value);
  const replaced = (field: string) =>
    listOf(spec[field]).map((item) => {
      const container = objectOf(item);
      const image = findImage(textOf(container.image), images);
      return image === undefined ? container : { ...container, image };
    });
  return {
    ...spec,
    containers: replaced('containers'),
    ...(spec.initContainers !== undefined && { initContainers: replaced('initContainers') }),
  };
}

/** A manifest may name the image with a registry in front; what we built is known without one. */
function findImage(reference: string, images: ReadonlyMap<string, string>): string | undefined {
  const { name, tag } = parseImage(reference);
  for (const [built, replacement] of images) {
    if (built === `${name}:${tag ?? ''}` || `${name}:${tag ?? ''}`.endsWith(`/${built}`)) return replacement;
  }
  return undefined;
}

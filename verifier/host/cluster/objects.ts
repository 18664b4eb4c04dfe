import type { JsonObject } from '../../documents/manifest.js';
import { isObject, listOf, objectOf, textOf } from '../../documents/json.js';
import type { Cluster } from './connect-cluster.js';
import type { ApiAnswer } from './send-request.js';

/** How the cluster serves a kind. */
export interface ServedKind {
  readonly plural: string;
  readonly namespaced: boolean;
}

/** Reads, applies and deletes objects of any kind, by what the cluster itself says it serves. */
export interface Objects {
  readonly kindOf: (apiVersion: string, kind: string) => Promise<ServedKind | undefined>;
  /** Server-side apply; `dryRun` leaves everything as it is. */
  readonly apply: (
    object: JsonObject,
    options: { namespace: string; dryRun?: boolean },
  ) => Promise<ApiAnswer>;
  readonly create: (
    object: JsonObject,
    options: { namespace: string; dryRun?: boolean },
  ) => Promise<ApiAnswer>;
  /** Undefined when there is none. */
  readonly read: (target: ObjectName) => Promise<JsonObject | undefined>;
  readonly list: (target: Omit<ObjectName, 'name'>) => Promise<readonly JsonObject[]>;
  readonly remove: (target: ObjectName) => Promise<ApiAnswer>;
}

export interface ObjectName {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Absent for what belongs to no namespace. */
  readonly namespace?: string;
}

/** The name under which our fields are owned. */
const fieldManager = 'drydock';

/** Objects of one cluster; what kinds it serves is asked once per group. `signal` cancels every request. */
export function accessObjects(cluster: Cluster, signal?: AbortSignal): Objects {
  const paths = findPaths(cluster);
  const abort = signal ? { signal } : {};
  const get = async (target: PathTarget) =>
    parseObject(await cluster.request({ method: 'GET', path: await paths.pathOf(target), ...abort }));
  const write = async (object: JsonObject, options: WriteOptions): Promise<ApiAnswer> => {
    const path = await paths.pathOf(targetOf(object, options));
    if (path === '') return notServed;
    const query = new URLSearchParams({ fieldManager, fieldValidation: 'Strict' });
    if (options.how === 'apply') query.set('force', 'true');
    if (options.dryRun === true) query.set('dryRun', 'All');
    return cluster.request({
      method: options.how === 'apply' ? 'PATCH' : 'POST',
      path: `${path}?${query.toString()}`,
      body: object,
      contentType: options.how === 'apply' ? 'application/apply-patch+yaml' : 'application/json',
      ...abort,
    });
  };
  return {
    kindOf: paths.kindOf,
    apply: (object, options) => write(object, { ...options, how: 'apply' }),
    create: (object, options) => write(object, { ...options, how: 'create' }),
    read: get,
    list: async (target) => listOf((await get(target))?.items).filter(isObject),
    remove: async (target) => {
      const path = `${await paths.pathOf(target)}?propagationPolicy=Background`;
      return cluster.request({ method: 'DELETE', path, ...abort });
    },
  };
}

interface WriteOptions {
  readonly namespace: string;
  readonly dryRun?: boolean;
  readonly how: 'apply' | 'create';
}

type PathTarget = Omit<ObjectName, 'name'> & { readonly name?: string };

/** An object is created in its collection and applied under its name. */
function targetOf(object: JsonObject, { namespace, how }: WriteOptions): PathTarget {
  const { apiVersion, kind, metadata } = object;
  const name = how === 'apply' ? { name: textOf(objectOf(metadata).name) } : {};
  return { apiVersion: textOf(apiVersion), kind: textOf(kind), namespace, ...name };
}

function findPaths(cluster: Cluster) {
  const groups = new Map<string, Promise<readonly JsonObject[]>>();
  const kindOf = async (apiVersion: string, kind: string): Promise<ServedKind | undefined> => {
    const known = groups.get(apiVersion) ?? readGroup(cluster, apiVersion);
    groups.set(apiVersion, known);
    const found = (await known).find((item) => item.kind === kind && !textOf(item.name).includes('/'));
    return found && { plural: textOf(found.name), namespaced: found.namespaced === true };
  };
  /** `''` for a kind that is not served. */
  const pathOf = async (target: PathTarget): Promise<string> => {
    const served = await kindOf(target.apiVersion, target.kind);
    if (served === undefined) return '';
    const space = served.namespaced ? `/namespaces/${target.namespace ?? 'default'}` : '';
    const name = target.name === undefined ? '' : `/${encodeURIComponent(target.name)}`;
    return `${groupPath(target.apiVersion)}${space}/${served.plural}${name}`;
  };
  return { kindOf, pathOf };
}

const notServed: ApiAnswer = { status: 404, headers: {}, body: JSON.stringify({ reason: 'KindNotServed' }) };

/** True for the answer to an object whose kind the cluster does not serve. */
export function isNotServed(answer: ApiAnswer): boolean {
  return answer === notServed;
}

function groupPath(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

async function readGroup(cluster: Cluster, apiVersion: string): Promise<readonly JsonObject[]> {
  const answer = await cluster.request({ method: 'GET', path: groupPath(apiVersion) });
  return listOf(parseObject(answer)?.resources).filter(isObject);
}

function parseObject(answer: ApiAnswer): JsonObject | undefined {
  if (answer.status < 200 || answer.status > 299) return undefined;
  const value: unknown = JSON.parse(answer.body);
  return isObject(value) ? value : undefined;
}

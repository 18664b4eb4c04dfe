import type { Text } from '../../model/text.js';
import { connectCluster } from './cluster/connect-cluster.js';
import type { Cluster, ClusterOptions } from './cluster/connect-cluster.js';
import { accessObjects } from './cluster/objects.js';
import { connectDocker } from './docker/connect-docker.js';
import { checkRegistry } from './registry.js';
import { knownVersions } from './schema-data/load.js';
import { objectOf } from '../documents/json.js';
import { nameOf } from '../deploy/snapshot.js';
import { trialLabel } from '../trial/trial-namespace.js';
import { hostTexts as texts } from './texts.js';

/** `attention`: it is there, but something about it should be known; `unset`: nobody asked for it. */
export type DiagnosticStatus = 'available' | 'attention' | 'missing' | 'unset';

/** One thing that Drydock can use, and whether it is there. */
export interface Diagnostic {
  readonly id: 'node' | 'schemas' | 'docker' | 'registry' | 'cluster' | 'storage' | 'left-over';
  readonly status: DiagnosticStatus;
  /** What there is (name, address, version), or what is missing. */
  readonly message: Text;
  /** What to do about it, unless there is nothing to do. */
  readonly hint?: Text;
}

export interface DoctorOptions {
  readonly registry?: string;
  readonly cluster?: ClusterOptions;
}

/** Looks for everything that the checks need; changes nothing. */
export async function doctor(options: DoctorOptions = {}): Promise<Diagnostic[]> {
  const [docker, registry, cluster] = await Promise.all([
    connectDocker(),
    options.registry === undefined ? undefined : checkRegistry(options.registry),
    connectCluster(options.cluster),
  ]);
  const found: Diagnostic[] = [
    { id: 'node', status: 'available', message: texts.found('Node.js', process.versions.node) },
    { id: 'schemas', status: 'available', message: texts.schemas(knownVersions()) },
  ];
  if ('unavailable' in docker) found.push(missing('docker', docker));
  else
    found.push({
      id: 'docker',
      status: 'available',
      message: texts.found(`Docker ${docker.address}`, docker.version),
    });
  if (registry === undefined)
    found.push({
      id: 'registry',
      status: 'unset',
      message: texts.registryUnset(),
      hint: texts.registryUnsetHint(),
    });
  else if ('unavailable' in registry) found.push(missing('registry', registry));
  else
    found.push({
      id: 'registry',
      status: 'available',
      message: texts.registry(registry.host, registry.secure ? 'HTTPS' : 'HTTP'),
    });
  if ('unavailable' in cluster) return [...found, missing('cluster', cluster)];
  found.push(describeCluster(cluster));
  return [...found, ...(await inspectCluster(cluster))];
}

function missing(id: Diagnostic['id'], what: { unavailable: Text; hint: Text }): Diagnostic {
  return { id, status: 'missing', message: what.unavailable, hint: what.hint };
}

/** Plans are for the newest version that we have schemas for, whatever cluster answers: the same input, the same plan. */
function describeCluster(cluster: Cluster): Diagnostic {
  const message = texts.found(`Kubernetes ${cluster.server} (${cluster.context})`, cluster.version);
  const minor = cluster.version.split('.').slice(0, 2).join('.');
  const known = knownVersions();
  if (minor === known.at(-1)) return { id: 'cluster', status: 'available', message };
  if (known.includes(minor))
    return { id: 'cluster', status: 'available', message, hint: texts.otherVersion(minor) };
  return { id: 'cluster', status: 'attention', message, hint: texts.unknownVersion(minor) };
}

async function inspectCluster(cluster: Cluster): Promise<Diagnostic[]> {
  const objects = accessObjects(cluster);
  const classes = await objects.list({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' });
  const standard = classes.find(
    ({ metadata }) =>
      objectOf(objectOf(metadata).annotations)['storageclass.kubernetes.io/is-default-class'] === 'true',
  );
  const storage: Diagnostic = standard
    ? { id: 'storage', status: 'available', message: texts.storageClass(nameOf(standard)) }
    : {
        id: 'storage',
        status: 'attention',
        message: texts.noStorageClass(),
        hint: texts.noStorageClassHint(),
      };
  const namespaces = await objects.list({ apiVersion: 'v1', kind: 'Namespace' });
  const left = namespaces
    .filter(({ metadata }) => objectOf(objectOf(metadata).labels)[trialLabel] === 'true')
    .map(nameOf);
  if (left.length === 0) return [storage];
  return [
    storage,
    { id: 'left-over', status: 'attention', message: texts.leftOver(left), hint: texts.leftOverHint(left) },
  ];
}

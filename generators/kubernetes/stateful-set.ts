import type { V1PodSpec, V1StatefulSet } from './api-types.js';
import type { Workshop } from '../generation.js';
import { allLabels, metadata, selectorLabels } from './labels.js';
import type { Owner } from './labels.js';
import type { Manifest } from './manifest.js';
import { spread } from './pod.js';

export interface StatefulSetInput {
  readonly replicas: number;
  /** Name of the headless Service that gives each pod its DNS name. */
  readonly serviceName: string;
  readonly pod: V1PodSpec;
  readonly annotations: Record<string, string>;
  /** One claim per pod and volume. */
  readonly claims: readonly { readonly name: string; readonly size: string }[];
}

/** Pods with names and volumes of their own. Claims are kept whatever happens to the set. */
export function statefulSet(
  workshop: Workshop,
  owner: Owner,
  input: StatefulSetInput,
): V1StatefulSet & Manifest {
  const labels = selectorLabels(owner);
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: metadata(workshop, owner, owner.id),
    spec: {
      replicas: input.replicas,
      revisionHistoryLimit: 3,
      serviceName: input.serviceName,
      // Members find each other only when all of them start: one after the other could wait forever after a full stop.
      podManagementPolicy: 'Parallel',
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
      selector: { matchLabels: labels },
      template: {
        metadata: { labels: allLabels(owner), annotations: input.annotations },
        spec: { ...input.pod, ...spread(labels, input.replicas) },
      },
      volumeClaimTemplates: input.claims.map(({ name, size }) => ({
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name, labels },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: size } } },
      })),
    },
  };
}

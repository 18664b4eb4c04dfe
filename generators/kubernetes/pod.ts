import type { V1PodSpec, V1Volume } from './api-types.js';
import type { Workshop } from '../generation.js';
import { podSecurity } from './container-parts.js';
import type { Labels } from './labels.js';

/** What every pod of ours has in common. */
export function podSpec(
  workshop: Workshop,
  pod: {
    readonly user: number;
    readonly group: number;
    readonly graceSeconds: number;
    readonly shareProcesses?: boolean | undefined;
    readonly containers: V1PodSpec['containers'];
    readonly initContainers: V1PodSpec['containers'];
    readonly volumes: readonly V1Volume[];
  },
): V1PodSpec {
  return {
    // Nothing in it talks to the API server.
    automountServiceAccountToken: false,
    // Variables such as REDIS_PORT=tcp://… for each Service of the namespace have broken many an application.
    enableServiceLinks: false,
    securityContext: podSecurity(pod),
    terminationGracePeriodSeconds: pod.graceSeconds,
    ...(pod.shareProcesses === true ? { shareProcessNamespace: true } : {}),
    ...(pod.initContainers.length === 0 ? {} : { initContainers: pod.initContainers }),
    containers: pod.containers,
    ...(pod.volumes.length === 0 ? {} : { volumes: [...pod.volumes] }),
  };
}

/** On the node of another pod, where a volume that only one node can mount is. */
export function nextTo(labels: Labels): Partial<V1PodSpec> {
  const term = { labelSelector: { matchLabels: labels }, topologyKey: 'kubernetes.io/hostname' };
  return { affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } };
}

/** Replicas on different nodes where there are several; a cluster of one node still runs them. */
export function spread(labels: Labels, replicas: number): Partial<V1PodSpec> {
  if (replicas < 2) return {};
  return {
    affinity: {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          {
            weight: 100,
            podAffinityTerm: {
              labelSelector: { matchLabels: labels },
              topologyKey: 'kubernetes.io/hostname',
            },
          },
        ],
      },
    },
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: labels },
      },
    ],
  };
}

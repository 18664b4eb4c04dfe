import type { V1Container, V1PodSpec, V1VolumeMount } from '../kubernetes/api-types.js';
import type { EnsemblePlan } from '../../model/plan-component.js';
import type { ComponentScope } from '../generation.js';
import {
  containerPorts,
  containerSecurity,
  probe,
  resources,
  stopHook,
} from '../kubernetes/container-parts.js';
import type { Environment } from '../kubernetes/environment.js';
import type { MountedFiles } from '../kubernetes/mounted-files.js';
import { podSpec } from '../kubernetes/pod.js';
import { shareInMebibytes } from '../quantity.js';
import { clientPort, dataDirectory, logDirectory } from './settings.js';
import { scriptsDirectory } from './zookeeper-files.js';

export const dataMounts: readonly V1VolumeMount[] = [
  { name: 'data', mountPath: dataDirectory },
  { name: 'datalog', mountPath: logDirectory },
];

export interface ServerPodInput {
  readonly ensemble: EnsemblePlan;
  readonly image: string;
  readonly files: MountedFiles;
  readonly environment: Environment;
}

/** A member of the ensemble. */
export function serverPod(scope: ComponentScope, input: ServerPodInput): V1PodSpec {
  const { component } = scope;
  return podSpec(scope, {
    user: component.user,
    group: component.group,
    graceSeconds: component.stop.graceSeconds,
    initContainers: [],
    containers: [serverContainer(scope, input)],
    volumes: [
      { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
      { name: 'logs', emptyDir: { sizeLimit: '256Mi' } },
      ...input.files.volumes,
    ],
  });
}

function serverContainer(scope: ComponentScope, input: ServerPodInput): V1Container {
  const { component } = scope;
  const { ensemble, environment } = input;
  const port = clientPort(component, ensemble);
  const ask = (command: string, judge: string): string[] => [
    'bash',
    '-c',
    `exec 3<>/dev/tcp/127.0.0.1/${port} && printf ${command} >&3 && ${judge}`,
  ];
  const alive = { type: 'exec', command: ask('ruok', `grep -q imok <&3`), timeoutSeconds: 5 } as const;
  // It answers with its mode only while it is part of a quorum.
  const ready = { type: 'exec', command: ask('srvr', `grep -q '^Mode: ' <&3`), timeoutSeconds: 5 } as const;
  return {
    name: 'zookeeper',
    image: input.image,
    imagePullPolicy: 'Always',
    command: ['sh', `${scriptsDirectory}/start.sh`],
    ...(environment.envFrom.length === 0 ? {} : { envFrom: environment.envFrom }),
    env: [{ name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }, ...environment.env],
    ports: containerPorts(component.ports),
    startupProbe: probe({ ...alive, periodSeconds: 5, failureThreshold: 60 }),
    readinessProbe: probe({ ...ready, periodSeconds: 10, failureThreshold: 3 }),
    livenessProbe: probe({ ...alive, periodSeconds: 15, failureThreshold: 4 }),
    ...stopHook(scope, component.stop.preStopSeconds),
    resources: resources(component.resources),
    securityContext: containerSecurity(),
    volumeMounts: [
      ...dataMounts,
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'logs', mountPath: '/logs' },
      ...input.files.mounts,
    ],
  };
}

/** Variables of zkEnv.sh; the heap leaves room below the container's limit. A value in the plan wins. */
export function serverVariables(scope: ComponentScope): { name: string; value: string }[] {
  const { component } = scope;
  const ours = [
    { name: 'ZK_SERVER_HEAP', value: String(shareInMebibytes(component.resources.limits.memory, 0.6)) },
    { name: 'ZOOCFGDIR', value: '/conf' },
    { name: 'ZOO_LOG_DIR', value: '/logs' },
  ];
  return ours.filter(({ name }) => !component.env.some((plan) => plan.name === name));
}

import type { V1Container, V1VolumeMount } from './api-types.js';
import type { ComponentPlan, VolumePlan } from '../../model/plan-component.js';
import type { ComponentScope } from '../generation.js';
import { builtImage } from '../images.js';
import { fpmPingScript, fpmPort, isWithin, nginxHealthPath, phpHome } from '../layout.js';
import {
  containerPorts,
  containerSecurity,
  probe,
  probes,
  resources,
  smallResources,
  stopHook,
} from './container-parts.js';
import type { Environment } from './environment.js';
import { volumeMount } from './pod-volumes.js';

/** What containers are made of, beside the plan. */
export interface ContainerInput {
  readonly environment: Environment;
  readonly volumes: readonly VolumePlan[];
  readonly fileMounts: readonly V1VolumeMount[];
  readonly webFileMounts: readonly V1VolumeMount[];
}

/** The component's containers: one, or PHP-FPM and nginx. */
export function componentContainers(scope: ComponentScope, input: ContainerInput): V1Container[] {
  return scope.component.kind === 'php'
    ? [fpmContainer(scope, input), webContainer(scope, input)]
    : [appContainer(scope, input)];
}

/** The name of an image that the component's Dockerfile builds; the first one when no target is asked for. */
export function componentImage(scope: ComponentScope, target?: string): string {
  const { images } = scope.component;
  const image = images.find((one) => one.target === target) ?? images[0] ?? { name: scope.id, tag: '1' };
  return builtImage(scope.plan.settings, image);
}

function appContainer(scope: ComponentScope, input: ContainerInput): V1Container {
  const { component, id } = scope;
  return {
    ...baseContainer('app', componentImage(scope)),
    ...environmentOf(input.environment),
    ...(component.ports.length === 0 ? {} : { ports: containerPorts(component.ports) }),
    ...probes(scope, { id, plan: component }),
    ...stopHook(scope, component.stop.preStopSeconds),
    resources: resources(component.resources),
    securityContext: containerSecurity(),
    volumeMounts: [...input.volumes.map(volumeMount), ...input.fileMounts],
  };
}

function fpmContainer(scope: ComponentScope, input: ContainerInput): V1Container {
  const { component } = scope;
  const often = { type: 'exec', timeoutSeconds: 5 } as const;
  // Alive is what takes connections; ready is what has a worker to answer.
  const connects = `exit(@fsockopen("127.0.0.1", ${fpmPort}) ? 0 : 1);`;
  const alive = { ...often, command: ['php', '-n', '-r', connects] };
  const ready = { ...often, command: ['php', '-n', fpmPingScript] };
  return {
    ...baseContainer('app', componentImage(scope, 'app')),
    ...environmentOf(input.environment),
    startupProbe: probe({ ...alive, periodSeconds: 2, failureThreshold: 30 }),
    readinessProbe: probe({ ...ready, periodSeconds: 10, failureThreshold: 3 }),
    livenessProbe: probe({ ...alive, periodSeconds: 30, failureThreshold: 5 }),
    ...stopHook(scope, component.stop.preStopSeconds),
    resources: resources(component.resources),
    securityContext: containerSecurity(),
    volumeMounts: [...input.volumes.map(volumeMount), ...input.fileMounts],
  };
}

function webContainer(scope: ComponentScope, input: ContainerInput): V1Container {
  const { component, id } = scope;
  const ports = component.ports.filter((port) => port.purpose !== 'fastcgi');
  const [http] = ports;
  // nginx itself says whether it lives; that PHP answers is a matter of readiness.
  const liveness = component.probes.liveness ?? {
    type: 'http' as const,
    path: nginxHealthPath,
    port: http?.name ?? 'http',
    periodSeconds: 20,
    timeoutSeconds: 5,
    failureThreshold: 3,
  };
  return {
    ...baseContainer('web', componentImage(scope, 'web')),
    ports: containerPorts(ports),
    ...probes(scope, { id, plan: { ports, probes: { ...component.probes, liveness } } }),
    ...stopHook(scope, component.stop.preStopSeconds),
    resources: resources(smallResources),
    securityContext: containerSecurity(),
    volumeMounts: [
      { name: 'web-tmp', mountPath: '/tmp' },
      ...servedVolumes(component, input.volumes),
      ...input.webFileMounts,
    ],
  };
}

/** nginx serves what was uploaded, and changes none of it. */
function servedVolumes(component: ComponentPlan, volumes: readonly VolumePlan[]): V1VolumeMount[] {
  const roots = [
    component.php?.documentRoot ?? phpHome,
    ...(component.php?.aliases ?? []).map(({ path }) => path),
  ];
  return volumes
    .filter((volume) =>
      roots.some((root) => isWithin(volume.mountPath, root) || isWithin(root, volume.mountPath)),
    )
    .map((volume) => ({ ...volumeMount(volume), readOnly: true }));
}

function baseContainer(name: string, image: string): V1Container {
  // Always: whoever may run a pod on a node must not get an image without credentials because it was pulled before.
  return { name, image, imagePullPolicy: 'Always' };
}

function environmentOf({ env, envFrom }: Environment): Pick<V1Container, 'env' | 'envFrom'> {
  return { ...(envFrom.length === 0 ? {} : { envFrom }), ...(env.length === 0 ? {} : { env }) };
}

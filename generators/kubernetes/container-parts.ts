import type {
  V1Container,
  V1Lifecycle,
  V1PodSecurityContext,
  V1Probe,
  V1ResourceRequirements,
  V1SecurityContext,
} from './api-types.js';
import type { ComponentPlan, PortPlan, ProbePlan, ResourcesPlan } from '../../model/plan-component.js';
import { reportPlan } from '../generation.js';
import type { Workshop } from '../generation.js';
import { probePortUnknown, probePortUnknownHint } from './texts.js';

/** What pod security `restricted` asks of a container, and a read-only root file system. */
export function containerSecurity(): V1SecurityContext {
  return {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  };
}

export function podSecurity(ids: { readonly user: number; readonly group: number }): V1PodSecurityContext {
  return {
    runAsNonRoot: true,
    runAsUser: ids.user,
    runAsGroup: ids.group,
    fsGroup: ids.group,
    // A large volume's files need not be walked at each start.
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

const defaultScratch = { request: '128Mi', limit: '1Gi' };

export function resources(plan: ResourcesPlan): V1ResourceRequirements {
  const { requests, limits } = plan;
  return {
    requests: {
      cpu: requests.cpu,
      memory: requests.memory,
      'ephemeral-storage': requests.ephemeralStorage ?? defaultScratch.request,
    },
    limits: {
      ...(limits.cpu === undefined ? {} : { cpu: limits.cpu }),
      memory: limits.memory,
      'ephemeral-storage': limits.ephemeralStorage ?? defaultScratch.limit,
    },
  };
}

/** For what does little beside the application: nginx, copying at start. */
export const smallResources: ResourcesPlan = {
  requests: { cpu: '20m', memory: '32Mi', ephemeralStorage: '32Mi' },
  limits: { cpu: '500m', memory: '128Mi', ephemeralStorage: '512Mi' },
};

export type Probes = Pick<V1Container, 'startupProbe' | 'readinessProbe' | 'livenessProbe'>;

/** The plan's probes; one that names a port which doesn't exist is left out and reported. */
export function probes(
  workshop: Workshop,
  component: { readonly id: string; readonly plan: Pick<ComponentPlan, 'probes' | 'ports'> },
): Probes {
  const { startup, readiness, liveness } = component.plan.probes;
  const build = (name: string, plan: ProbePlan | undefined): V1Probe | undefined => {
    if (!plan) return undefined;
    if (plan.type !== 'exec' && !component.plan.ports.some((port) => port.name === plan.port)) {
      reportPlan(workshop, {
        code: 'probe-port-unknown',
        message: probePortUnknown({ id: component.id, probe: name, port: plan.port ?? '—' }),
        hint: probePortUnknownHint(),
      });
      return undefined;
    }
    return probe(plan);
  };
  const startupProbe = build('startup', startup);
  const readinessProbe = build('readiness', readiness);
  const livenessProbe = build('liveness', liveness);
  return {
    ...(startupProbe ? { startupProbe } : {}),
    ...(readinessProbe ? { readinessProbe } : {}),
    ...(livenessProbe ? { livenessProbe } : {}),
  };
}

export function probe(plan: ProbePlan): V1Probe {
  const { periodSeconds, timeoutSeconds, failureThreshold } = plan;
  const port = plan.port ?? '';
  return {
    ...(plan.type === 'http' ? { httpGet: { path: plan.path ?? '/', port } } : {}),
    ...(plan.type === 'tcp' ? { tcpSocket: { port } } : {}),
    ...(plan.type === 'exec' ? { exec: { command: [...(plan.command ?? [])] } } : {}),
    periodSeconds,
    timeoutSeconds,
    failureThreshold,
  };
}

/** Ports of a container; Kubernetes allows 15 characters for a port's name. */
export function containerPorts(ports: readonly PortPlan[]): NonNullable<V1Container['ports']> {
  return ports.map(({ name, port, protocol }) => ({ name, containerPort: port, protocol }));
}

/**
 * Waits before the stop signal until load balancers have taken the pod out. The native action is there from 1.30 on:
 * https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-implementations
 */
export function stopHook(workshop: Workshop, seconds: number): { lifecycle?: V1Lifecycle } {
  if (seconds <= 0) return {};
  const [major = 1, minor = 0] = workshop.plan.settings.kubernetesVersion.split('.').map(Number);
  const native = major > 1 || minor >= 30;
  return {
    lifecycle: {
      preStop: native ? { sleep: { seconds } } : { exec: { command: ['sleep', String(seconds)] } },
    },
  };
}

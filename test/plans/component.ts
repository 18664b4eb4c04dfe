import type { ComponentPlan, ProbePlan } from '../../model/plan-component.js';

const tenSeconds = { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 };

export function http(path: string, more: Partial<ProbePlan> = {}): ProbePlan {
  return { type: 'http', path, port: 'http', ...tenSeconds, ...more };
}

export const httpPort = { name: 'http', port: 8080, protocol: 'TCP', purpose: 'http' } as const;

const resources: ComponentPlan['resources'] = {
  requests: { cpu: '250m', memory: '768Mi' },
  limits: { cpu: '2', memory: '768Mi' },
};

export function component(
  more: Partial<ComponentPlan> & Pick<ComponentPlan, 'kind' | 'source' | 'runtime'>,
): ComponentPlan {
  return {
    application: 'legacy',
    images: [],
    replicas: 2,
    ports: [httpPort],
    exposure: 'cluster',
    env: [],
    configFiles: [],
    secrets: [],
    volumes: [],
    probes: {
      startup: http('/health', { failureThreshold: 30 }),
      readiness: http('/health'),
      liveness: { type: 'tcp', port: 'http', ...tenSeconds },
    },
    resources,
    user: 10001,
    group: 10001,
    stop: { graceSeconds: 45, preStopSeconds: 10 },
    dependsOn: [],
    egress: [],
    jobs: [],
    jndi: [],
    libraries: [],
    systemProperties: {},
    phpSettings: {},
    ...more,
  };
}

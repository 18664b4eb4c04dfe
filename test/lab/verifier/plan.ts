import { component as legacyComponent } from '../../plans/component.js';
import type { ComponentPlan } from '../../../model/plan-component.js';
import type { Plan } from '../../../model/plan.js';

/** A component with what the verifier asks of one; the rest is as empty as a plan may be. */
export function component(parts: Partial<ComponentPlan>): ComponentPlan {
  return legacyComponent({
    application: 'lab',
    kind: 'static',
    source: { context: '.', path: '', form: 'source' },
    runtime: { image: 'busybox', version: '1' },
    replicas: 1,
    ports: [],
    probes: {},
    resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '32Mi' } },
    user: 1000,
    group: 1000,
    stop: { graceSeconds: 5, preStopSeconds: 0 },
    ...parts,
  });
}

/** A plan of these components and nothing else. */
export function planOf(components: Plan['components'], settings: Partial<Plan['settings']> = {}): Plan {
  return {
    version: 1,
    settings: { language: 'en', namespace: 'lab', kubernetesVersion: '1.34', ...settings },
    components,
    dependencies: {},
    decisions: [],
    manual: [],
  };
}

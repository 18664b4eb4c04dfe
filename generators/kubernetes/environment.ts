import type { V1EnvFromSource, V1EnvVar } from './api-types.js';
import { sortBy } from '../../model/order.js';
import type { EnvPlan } from '../../model/plan-component.js';

/** How variables are given to a container. */
export interface Environment {
  /** For the ConfigMap. */
  readonly values: Readonly<Record<string, string>>;
  readonly env: V1EnvVar[];
  readonly envFrom: V1EnvFromSource[];
}

/**
 * Plain values come from the ConfigMap as a whole. A value with `$(NAME)` must stand in the container itself, after
 * what it refers to, since Kubernetes expands only there:
 * https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/
 */
export function environment(plans: readonly EnvPlan[], mapName: string): Environment {
  const sorted = sortBy(plans, ({ name }) => [name]);
  const composed = sorted.filter((plan) => 'value' in plan && plan.value.includes('$('));
  const used = new Set(
    composed.flatMap((plan) =>
      'value' in plan ? [...plan.value.matchAll(/\$\(([^)]+)\)/g)].map((match) => match[1] ?? '') : [],
    ),
  );
  const values: Record<string, string> = {};
  const referred: V1EnvVar[] = [];
  const secrets: V1EnvVar[] = [];
  for (const plan of sorted) {
    if ('secret' in plan) {
      secrets.push({ name: plan.name, valueFrom: { secretKeyRef: { name: plan.secret, key: plan.key } } });
    } else if (!composed.includes(plan)) {
      values[plan.name] = plan.value;
      if (used.has(plan.name)) {
        referred.push({ name: plan.name, valueFrom: { configMapKeyRef: { name: mapName, key: plan.name } } });
      }
    }
  }
  const literal = composed.flatMap((plan) =>
    'value' in plan ? [{ name: plan.name, value: plan.value }] : [],
  );
  return {
    values,
    env: [...secrets, ...referred, ...literal],
    envFrom: Object.keys(values).length === 0 ? [] : [{ configMapRef: { name: mapName } }],
  };
}

import type { V1ObjectMeta } from './api-types.js';
import type { Workshop } from '../generation.js';

/** What an object belongs to; see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ */
export interface Owner {
  /** Id of the component or dependency. */
  readonly id: string;
  readonly partOf: string;
  readonly version: string;
  /** `server`, `job`, `database`, … */
  readonly role: string;
}

export type Labels = Record<string, string>;

/** Never changes in the life of a workload, so it can be selected by. */
export function selectorLabels(owner: Pick<Owner, 'id' | 'role'>): Labels {
  return { ...networkLabels(owner.id), 'app.kubernetes.io/component': owner.role };
}

/** All pods of a component, its jobs too: for network policies. */
export function networkLabels(id: string): Labels {
  return { 'app.kubernetes.io/name': labelValue(id), 'app.kubernetes.io/instance': labelValue(id) };
}

export function allLabels(owner: Owner): Labels {
  return {
    ...selectorLabels(owner),
    'app.kubernetes.io/version': labelValue(owner.version),
    'app.kubernetes.io/part-of': labelValue(owner.partOf),
    'app.kubernetes.io/managed-by': 'drydock',
  };
}

export function metadata(
  workshop: Workshop,
  owner: Owner,
  name: string,
  annotations?: Record<string, string>,
): V1ObjectMeta {
  return {
    name,
    namespace: workshop.plan.settings.namespace,
    labels: allLabels(owner),
    ...(annotations === undefined ? {} : { annotations }),
  };
}

/** At most 63 letters, digits, `-`, `_` and `.`, beginning and ending with a letter or digit. */
function labelValue(value: string): string {
  return value
    .replace(/[^\w.-]/g, '-')
    .slice(0, 63)
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
}

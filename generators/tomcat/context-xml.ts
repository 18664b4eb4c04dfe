import { sortBy } from '../../model/order.js';
import type { JndiPlan } from '../../model/plan-component.js';

/**
 * `conf/context.xml` with the resources that the application looks up; undefined when it looks up none. `${env.X}` of the plan
 * becomes Tomcat's `${X}`, which its environment property source fills in.
 */
export function renderContext(resources: readonly JndiPlan[]): string | undefined {
  if (resources.length === 0) return undefined;
  const elements = sortBy(resources, ({ name }) => [name]).map(renderResource);
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<Context>', ...elements, '</Context>', ''].join('\n');
}

function renderResource(resource: JndiPlan): string {
  const { name, auth, type, ...others } = {
    auth: 'Container',
    ...resource.attributes,
    name: resource.name,
    type: resource.type,
  } as Record<string, string>;
  const rest = sortBy(Object.entries(others), ([key]) => [key]);
  const attributes: (readonly [string, string])[] = [
    ['name', name ?? ''],
    ['auth', auth ?? ''],
    ['type', type ?? ''],
    ...rest,
  ];
  const written = attributes.map(([key, value]) => `${key}="${escape(toTomcat(value))}"`);
  return `  <Resource ${written.join('\n            ')}/>`;
}

function toTomcat(value: string): string {
  return value.replace(/\$\{env\.([^}]+)\}/g, '${$1}');
}

function escape(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}

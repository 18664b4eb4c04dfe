import { sortBy } from '../../model/order.js';
import type { ComponentPlan, EnvPlan } from '../../model/plan-component.js';
import { quantityBytes } from '../quantity.js';

const variable = 'JAVA_TOOL_OPTIONS';

/**
 * Heap as a share of the container's limit: the JVM reads it since 8u191, so it follows when the limit is changed. A JVM out
 * of memory ends, and is started again, instead of lingering.
 */
function defaultFlags({ resources }: ComponentPlan): string[] {
  return [`-XX:MaxRAMPercentage=${heapPercentage(resources.limits.memory)}.0`, '-XX:+ExitOnOutOfMemoryError'];
}

/** Three quarters, and less of a small limit: classes, compiled code and stacks need some 256 MiB whatever the heap. */
function heapPercentage(limit: string): number {
  const bytes = quantityBytes(limit) ?? Infinity;
  return Math.max(40, Math.min(75, Math.floor(100 - (100 * 256 * 1024 ** 2) / bytes)));
}

/** Tomcat takes `${NAME}` in its configuration from the environment with this: https://tomcat.apache.org/tomcat-9.0-doc/config/systemprops.html#Property_replacements */
const fromEnvironment =
  '-Dorg.apache.tomcat.util.digester.PROPERTY_SOURCE=org.apache.tomcat.util.digester.EnvironmentPropertySource';

/**
 * The component's variables with JAVA_TOOL_OPTIONS, which every JVM reads however it is started. A value that the plan gives
 * replaces our flags; system properties are added to either.
 */
export function javaEnvironment(component: ComponentPlan): EnvPlan[] {
  const planned = component.env.find((plan) => plan.name === variable);
  const base = planned && 'value' in planned ? [planned.value] : defaultFlags(component);
  if (planned && 'secret' in planned) return [...component.env];
  const properties = sortBy(Object.entries(component.systemProperties), ([name]) => [name]).map(
    ([name, value]) => quote(`-D${name}=${value}`),
  );
  const options = [...base, ...properties, ...(readsEnvironment(component) ? [fromEnvironment] : [])];
  return [...component.env.filter((plan) => plan !== planned), { name: variable, value: options.join(' ') }];
}

function readsEnvironment({ jndi }: ComponentPlan): boolean {
  return jndi.some(({ attributes }) => Object.values(attributes).some((value) => value.includes('${env.')));
}

/** The JVM splits the variable at white space outside of quotes. */
function quote(option: string): string {
  if (!/\s/.test(option)) return option;
  return option.includes('"') ? `'${option}'` : `"${option}"`;
}

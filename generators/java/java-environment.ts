import { sortBy } from '../../model/order.js';
import type { ComponentPlan, EnvPlan } from '../../model/plan-component.js';

const variable = 'JAVA_TOOL_OPTIONS';

/**
 * Heap as a share of the container's limit: the JVM reads it since 8u191, so it follows when the limit is changed. A JVM out
 * of memory ends, and is started again, instead of lingering.
 */
const defaultFlags = ['-XX:MaxRAMPercentage=75.0', '-XX:+ExitOnOutOfMemoryError'];

/** Tomcat takes `${NAME}` in its configuration from the environment with this: https://tomcat.apache.org/tomcat-9.0-doc/config/systemprops.html#Property_replacements */
const fromEnvironment =
  '-Dorg.apache.tomcat.util.digester.PROPERTY_SOURCE=org.apache.tomcat.util.digester.EnvironmentPropertySource';

/**
 * The component's variables with JAVA_TOOL_OPTIONS, which every JVM reads however it is started. A value that the plan gives
 * replaces our flags; system properties are added to either.
 */
export function javaEnvironment(component: ComponentPlan): EnvPlan[] {
  const planned = component.env.find((plan) => plan.name === variable);
  const base = planned && 'value' in planned ? [planned.value] : defaultFlags;
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

import type { EnvPlan, PortPlan } from '../../model/plan-component.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import { isActive } from '../dependencies/profiles.js';
import { portAssumed, portFound, portOfImage, portUnprivileged } from '../texts/running.js';

export interface PortsPlan {
  readonly ports: readonly PortPlan[];
  readonly env: readonly EnvPlan[];
}

/** The one port of an image's own server: what the old server listened on is not the application's business. */
export function portOfServer(context: ComponentContext, port: number): PortsPlan {
  const old = context.best('port');
  context.decide('ports.http', port, { because: portOfImage({ port }), evidence: evidenceOf(old) });
  return { ports: [{ name: 'http', port, protocol: 'TCP', purpose: 'http' }], env: [] };
}

/** The port that the application itself opens, and its management port if it has one. */
export function portsOfApplication(
  context: ComponentContext,
  options: { fallback: number; framework: string; profile: string | undefined; variable: string },
): PortsPlan {
  const active = context.all('port').filter((fact) => isActive(fact.value.profile, options.profile));
  const web = active.filter(
    (fact) => fact.value.purpose === 'application' && ['http', 'https', 'tcp'].includes(fact.value.protocol),
  );
  const found =
    web.find((fact) => fact.value.profile !== undefined) ??
    web.find((fact) => fact.certainty !== 'inferred') ??
    web[0];
  const management = active.find(
    (fact) => fact.value.purpose === 'management' && fact.value.port !== found?.value.port,
  );
  const ports: PortPlan[] = [];
  const env: EnvPlan[] = [];
  const old = found?.value.port ?? options.fallback;
  if (found && old < 1024 && old > 0) {
    const port = 8000 + old;
    const variable = environmentVariable(found.value.configuredBy) ?? options.variable;
    env.push({ name: variable, value: String(port) });
    const because = portUnprivileged({ port, old, variable, place: placeOf(found) });
    ports.push(http(context.decide('ports.http', port, { because, evidence: evidenceOf(found) })));
  } else {
    const port = old === 0 ? options.fallback : old;
    const because = found
      ? portFound({ port, place: placeOf(found) })
      : portAssumed({ port, framework: options.framework });
    ports.push(http(context.decide('ports.http', port, { because, evidence: evidenceOf(found) })));
  }
  if (management)
    ports.push({ name: 'management', port: management.value.port, protocol: 'TCP', purpose: 'management' });
  return { ports, env };
}

function http(port: number): PortPlan {
  return { name: 'http', port, protocol: 'TCP', purpose: 'http' };
}

function environmentVariable(configuredBy: string | undefined): string | undefined {
  return configuredBy !== undefined && /^[A-Z][A-Z0-9_]*$/.test(configuredBy) ? configuredBy : undefined;
}

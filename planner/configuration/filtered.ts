import type { FactOf } from '../../model/fact.js';
import type { ConfigChange } from '../../model/plan-component.js';
import type { ComponentContext } from '../context.js';
import type { NamedDependency } from '../dependencies/collect.js';
import { isActive } from '../dependencies/profiles.js';
import { replaceAddress } from '../links/replace-address.js';
import { fillDetail, fillTitle } from '../texts/configuration.js';

/** A secret that the build would have put into a file: where it stands now. */
export interface FilteredSecret {
  readonly fact: FactOf<'filtered-value'>;
  readonly line: number;
}

/**
 * What the build would have filled into a file that is now mounted from outside, as changes of its lines: the value of the
 * profile that the container runs with, with addresses of known dependencies replaced. Secrets are left to the caller.
 */
export function fillIn(
  context: ComponentContext,
  given: { path: string; dependencies: readonly NamedDependency[] },
): { changes: ConfigChange[]; secrets: FilteredSecret[] } {
  const places = new Map<string, FactOf<'filtered-value'>[]>();
  for (const fact of context.all('filtered-value').filter((one) => one.value.path === given.path)) {
    for (const { line } of fact.evidence) {
      const key = `${line ?? 0} ${fact.value.token}`;
      places.set(key, [...(places.get(key) ?? []), fact]);
    }
  }
  const changes: ConfigChange[] = [];
  const secrets: FilteredSecret[] = [];
  for (const [key, facts] of places) {
    const line = Number(key.split(' ')[0]);
    const active = facts.filter(({ value }) => isActive(value.profile, context.profile));
    const fact = active.find(({ value }) => value.profile !== undefined) ?? active[0];
    if (!fact) continue;
    const { token, name, secret, value } = fact.value;
    if (secret) secrets.push({ fact, line });
    else if (value !== undefined) {
      const filled = withServiceNames(value, given.dependencies);
      changes.push({ line, key: name, value: filled, oldValue: token, secret: false });
    } else askToFill(context, fact);
  }
  return { changes, secrets };
}

function withServiceNames(value: string, dependencies: readonly NamedDependency[]): string {
  return dependencies.reduce((text, [, plan, need]) => {
    const hosts = need.facts.flatMap((fact) => (fact.value.host ? [fact.value.host] : []));
    return hosts.reduce((one, host) => replaceAddress(one, host, plan.serviceName), text);
  }, value);
}

function askToFill(context: ComponentContext, fact: FactOf<'filtered-value'>): void {
  const { token, path } = fact.value;
  context.decider.askPerson({
    component: context.component.id,
    title: fillTitle({ token }),
    detail: fillDetail({ token, path }),
    evidence: fact.evidence,
  });
}

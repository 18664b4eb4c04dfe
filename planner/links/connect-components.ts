import type { Link } from '../../model/analysis.js';
import type { Evidence } from '../../model/evidence.js';
import type { FactOf } from '../../model/fact.js';
import { sortBy } from '../../model/order.js';
import type { ComponentPlan, ConfigChange, EnvPlan } from '../../model/plan-component.js';
import type { ComponentContext } from '../context.js';
import { placeOf } from '../context.js';
import { isActive } from '../dependencies/profiles.js';
import { calledByService, callInCodeDetail, callInCodeTitle } from '../texts/links.js';
import { namesAddress, replaceAddress } from './replace-address.js';

export interface PlannedComponent {
  readonly context: ComponentContext;
  readonly plan: ComponentPlan;
}

/** One call to another component of the plan: the old address, and the Service that takes its place. */
interface Call {
  readonly link: Link;
  readonly old: string;
  readonly fresh: string;
  readonly target: string;
  readonly port: number;
  readonly facts: readonly FactOf<'depends-on'>[];
}

/**
 * Components that call each other at the old servers' addresses call each other's Services instead: in mounted configuration
 * files, by a variable where the code reads the address from one, and in what the network lets through.
 */
export function connectComponents(
  planned: readonly PlannedComponent[],
  links: readonly Link[],
): PlannedComponent[] {
  return planned.map((one) => {
    const calls = callsOf(one, { planned, links });
    return calls.length === 0 ? one : { ...one, plan: connect(one, calls) };
  });
}

function callsOf(
  { context }: PlannedComponent,
  given: { planned: readonly PlannedComponent[]; links: readonly Link[] },
): Call[] {
  const id = context.component.id;
  const active = context.all('depends-on').filter((fact) => isActive(fact.value.profile, context.profile));
  return given.links
    .filter((link) => link.from === id)
    .flatMap((link) => {
      const target = given.planned.find((one) => one.context.component.id === link.to);
      const port = target?.plan.ports.find((one) => one.purpose === 'http')?.port;
      if (port === undefined) return [];
      return link.addresses.flatMap((address) => {
        const facts = active.filter(
          ({ value }) => value.host === address.host && value.port === address.port,
        );
        const old = address.port === undefined ? address.host : `${address.host}:${address.port}`;
        const call = { link, old, fresh: `${link.to}:${port}`, target: link.to, port, facts };
        return facts.length === 0 ? [] : [call];
      });
    });
}

function connect({ context, plan }: PlannedComponent, calls: readonly Call[]): ComponentPlan {
  const env: EnvPlan[] = [...plan.env];
  const changes = new Map<string, ConfigChange[]>();
  const inCode = new Set<Call>();
  for (const call of calls) {
    context.decide(`calls.${call.target}`, `${call.target}:${call.port}`, {
      because: calledByService({ service: call.fresh, old: call.old, link: call.link.because }),
      evidence: call.facts.flatMap((fact) => fact.evidence),
    });
    for (const fact of call.facts) {
      const mounted = fact.evidence.filter((place) =>
        plan.configFiles.some((one) => one.from === place.file),
      );
      const variable = mounted.length > 0 ? undefined : variableFor(context, { call, fact });
      for (const place of mounted) {
        const change = changeOf(call, { fact, place });
        changes.set(place.file, [...(changes.get(place.file) ?? []), ...change]);
      }
      if (variable) env.push(variable);
      else if (mounted.length === 0) {
        inCode.add(call);
        askToChange(context, { call, fact });
      }
    }
  }
  return {
    ...plan,
    env: sortBy([...new Map(env.map((one) => [one.name, one])).values()], (one) => [one.name]),
    configFiles: plan.configFiles.map((file) => ({
      ...file,
      changes: mergeChanges(file.changes, changes.get(file.from ?? '') ?? []),
    })),
    ...trafficOf(
      plan,
      calls.filter((call) => !inCode.has(call)),
    ),
  };
}

/** `http://10.8.0.21:8081/order` keeps its path; where host and port stand apart the host alone is changed. */
function changeOf(
  call: Call,
  { fact, place }: { fact: FactOf<'depends-on'>; place: Evidence },
): ConfigChange[] {
  if (place.line === undefined) return [];
  const key = fact.value.configuredBy ?? 'host';
  const together = namesAddress(place.excerpt ?? '', call.old) || !call.old.includes(':');
  const [oldValue, value] = together ? [call.old, call.fresh] : [fact.value.host ?? '', call.target];
  return [{ line: place.line, key, value, oldValue, secret: false }];
}

/** The variable that the code reads the address from: its default holds the old one. */
function variableFor(
  context: ComponentContext,
  { call, fact }: { call: Call; fact: FactOf<'depends-on'> },
): EnvPlan | undefined {
  const files = new Set(fact.evidence.map((place) => place.file));
  const variable = context
    .all('env-var')
    .find(
      ({ value, evidence }) =>
        namesAddress(value.default ?? '', call.old) && evidence.some((place) => files.has(place.file)),
    );
  if (variable?.value.default === undefined) return undefined;
  return { name: variable.value.name, value: replaceAddress(variable.value.default, call.old, call.fresh) };
}

function askToChange(
  context: ComponentContext,
  { call, fact }: { call: Call; fact: FactOf<'depends-on'> },
): void {
  context.decider.askPerson({
    component: context.component.id,
    title: callInCodeTitle({ target: call.target }),
    detail: callInCodeDetail({ old: call.old, service: call.fresh, place: placeOf(fact) }),
    evidence: fact.evidence,
  });
}

function mergeChanges(own: readonly ConfigChange[], more: readonly ConfigChange[]): ConfigChange[] {
  const all = [...own, ...more].map((one) => [`${one.line} ${one.oldValue ?? one.key}`, one] as const);
  return sortBy([...new Map(all).values()], (one) => [one.line, one.key]);
}

function trafficOf(plan: ComponentPlan, calls: readonly Call[]): Pick<ComponentPlan, 'dependsOn' | 'egress'> {
  const targets = [...plan.dependsOn, ...calls.map(({ target, port }) => ({ target, port }))];
  const unique = new Map(targets.map((one) => [`${one.target} ${one.port}`, one]));
  const replaced = new Set(calls.map((call) => call.old));
  return {
    dependsOn: sortBy([...unique.values()], (one) => [one.target, one.port]),
    egress: plan.egress.filter(({ host, port }) => !replaced.has(`${host}:${port}`) && !replaced.has(host)),
  };
}

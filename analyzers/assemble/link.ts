import type { Application, Link } from '../../model/analysis.js';
import { addressesOf, pathAgrees } from '../../model/deployed-at.js';
import { factsOf } from '../../model/fact.js';
import type { FactOf } from '../../model/fact.js';
import { sortBy } from '../../model/order.js';
import { linkedByHost, linkedByName, linkedByPort } from './link-texts.js';
import { findSharedDatabases } from './shared-databases.js';

type Need = FactOf<'depends-on'>;

/** What a component offers to others: where it listens. */
interface Offer {
  readonly component: string;
  /** Lower-case host names under which the evidence knows it; empty when nothing says so. */
  readonly hosts: ReadonlySet<string>;
  readonly ports: ReadonlySet<number>;
  readonly contextPaths: readonly string[];
  /** Names that it calls itself by, which Compose files and service discovery use as host names. */
  readonly names: ReadonlySet<string>;
}

/** Ports that half the world listens on: alone they tell nobody from another. */
const commonPorts: ReadonlySet<number> = new Set([80, 443, 3000, 8000, 8080, 8443]);

/** Joins the applications of one run: who calls whom, and who shares a database. Sorted, one link per pair and reason. */
export function linkApplications(applications: readonly Application[]): Link[] {
  const offers = applications.flatMap(offersOf);
  const calls = applications.flatMap((application) =>
    factsOf(application.facts, 'depends-on').flatMap((need) => linkNeed(need, offers) ?? []),
  );
  return sortBy([...joinCalls(calls), ...findSharedDatabases(applications)], (link) => [
    link.from,
    link.to,
    link.by,
  ]);
}

function offersOf(application: Application): Offer[] {
  return application.components.map(({ id }) => {
    const facts = application.facts.filter((fact) => fact.component === id);
    const members = factsOf(facts, 'middleware').flatMap(({ value }) => value.members);
    const deployed = addressesOf(facts);
    const ports = factsOf(facts, 'port').filter(
      ({ value }) => value.purpose === 'application' || value.purpose === 'client',
    );
    return {
      component: id,
      hosts: new Set(
        [...members, ...deployed.map(({ value }) => value)].map(({ host }) => host.toLowerCase()),
      ),
      ports: new Set([
        ...ports.map(({ value }) => value.port),
        ...members.flatMap((member) => member.ports.map(({ port }) => port)),
      ]),
      contextPaths: factsOf(facts, 'context-path').map(({ value }) => value.path),
      names: new Set([id, ...factsOf(facts, 'packaging').flatMap(({ value }) => value.name ?? [])]),
    };
  });
}

/** The first way that gives exactly one answer: the host, the name, then port and path together. */
function linkNeed(need: Need, offers: readonly Offer[]): Link | undefined {
  const { host, port, name } = need.value;
  if (host === undefined) return undefined;
  const others = offers.filter(({ component }) => component !== need.component);
  const answers = (offer: Offer): boolean => port === undefined || offer.ports.has(port);
  const lower = host.toLowerCase();
  const addresses = [{ host, ...(port === undefined ? {} : { port }) }];
  const at = placeOf(need);
  const only = (
    accept: (offer: Offer) => boolean,
    how: Pick<Link, 'by' | 'certainty' | 'because'>,
  ): Link | undefined => {
    const [found, ...more] = others.filter(accept);
    return found && more.length === 0
      ? { from: need.component, to: found.component, ...how, addresses }
      : undefined;
  };
  const short = lower.split('.')[0] ?? lower;
  const path = name === undefined ? undefined : `/${name.replace(/^\/+/, '')}`;
  const byHost = only(
    (offer) =>
      offer.hosts.has(lower) && answers(offer) && (!isCall(need) || pathAgrees(path, offer.contextPaths)),
    { by: 'host', certainty: 'declared', because: linkedByHost({ host: lower, port, at }) },
  );
  if (byHost) return byHost;
  const byName = only((offer) => offer.names.has(short), {
    by: 'name',
    certainty: 'inferred',
    because: linkedByName({ host: lower, at }),
  });
  if (byName) return byName;
  if (port === undefined || !isCall(need)) return undefined;
  return only((offer) => offer.ports.has(port) && agrees(offer, { port, path }), {
    by: 'port',
    certainty: 'inferred',
    because: linkedByPort({ port, path, at }),
  });
}

/** A port alone is enough when few use it; else a path must agree too. */
function agrees(offer: Offer, asked: { port: number; path: string | undefined }): boolean {
  const path = asked.path === '/' ? undefined : asked.path;
  if (!pathAgrees(path, offer.contextPaths)) return false;
  const named = offer.contextPaths.some((one) => one !== '' && one !== '/');
  return (path !== undefined && named) || !commonPorts.has(asked.port);
}

/** Only calls to components are joined by port: a database on 3306 elsewhere is another one. */
function isCall(need: Need): boolean {
  return need.value.service === 'http' || need.value.service === 'tcp' || need.value.service === 'node';
}

/** A pair that several addresses join is one link, by the surest of them, with all the addresses. */
function joinCalls(calls: readonly Link[]): Link[] {
  const pairs = new Map<string, Link[]>();
  for (const link of calls) {
    const key = `${link.from} ${link.to}`;
    pairs.set(key, [...(pairs.get(key) ?? []), link]);
  }
  return [...pairs.values()].flatMap((links) => {
    const [best] = sortBy(links, (link) => [link.certainty, ['host', 'name', 'port'].indexOf(link.by)]);
    if (!best) return [];
    const addresses = new Map(
      links.flatMap((link) => link.addresses).map((one) => [`${one.host}:${one.port ?? ''}`, one]),
    );
    return [{ ...best, addresses: sortBy([...addresses.values()], (one) => [one.host, one.port ?? 0]) }];
  });
}

function placeOf(fact: { readonly evidence: readonly { file: string; line?: number }[] }): string {
  const [first] = fact.evidence;
  if (!first) return '';
  return first.line === undefined ? first.file : `${first.file}:${first.line}`;
}

import type { Application, Link } from '../../model/analysis.js';
import { factsOf } from '../../model/fact.js';
import type { FactOf } from '../../model/fact.js';
import { sortBy } from '../../model/order.js';
import { linkedByHost, linkedByName, linkedByPort, sharedDatabase } from './link-texts.js';

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
  const links = applications.flatMap((application) =>
    factsOf(application.facts, 'depends-on').flatMap((need) => linkNeed(need, offers) ?? []),
  );
  const unique = new Map(
    [...links, ...sharedDatabases(applications)].map((link) => [`${link.from} ${link.to} ${link.by}`, link]),
  );
  return sortBy(unique.values(), (link) => [link.from, link.to, link.by]);
}

function offersOf(application: Application): Offer[] {
  return application.components.map(({ id }) => {
    const facts = application.facts.filter((fact) => fact.component === id);
    const members = factsOf(facts, 'middleware').flatMap(({ value }) => value.members);
    const ports = factsOf(facts, 'port').filter(
      ({ value }) => value.purpose === 'application' || value.purpose === 'client',
    );
    return {
      component: id,
      hosts: new Set(members.map(({ host }) => host.toLowerCase())),
      ports: new Set([
        ...ports.map(({ value }) => value.port),
        ...members.flatMap((member) => member.ports.map(({ port }) => port)),
      ]),
      contextPaths: factsOf(facts, 'context-path')
        .map(({ value }) => value.path)
        .filter((path) => path !== '/' && path !== ''),
      names: new Set([id, ...factsOf(facts, 'packaging').flatMap(({ value }) => value.name ?? [])]),
    };
  });
}

/** The first way that gives exactly one answer: the host, the name, then port and path together. */
function linkNeed(need: Need, offers: readonly Offer[]): Link | undefined {
  const { host, port, name } = need.value;
  const others = offers.filter(({ component }) => component !== need.component);
  const answers = (offer: Offer): boolean => port === undefined || offer.ports.has(port);
  const lower = host?.toLowerCase();
  const link = (found: readonly Offer[], rest: Pick<Link, 'by' | 'certainty' | 'because'>): Link[] =>
    found.length === 1 && found[0] ? [{ from: need.component, to: found[0].component, ...rest }] : [];
  if (lower !== undefined) {
    const [byHost] = link(
      others.filter((offer) => offer.hosts.has(lower) && answers(offer)),
      { by: 'host', certainty: 'declared', because: linkedByHost({ host: lower, port, at: placeOf(need) }) },
    );
    if (byHost) return byHost;
    const short = lower.split('.')[0] ?? lower;
    const [byName] = link(
      others.filter((offer) => offer.names.has(short)),
      { by: 'name', certainty: 'inferred', because: linkedByName({ host: lower, at: placeOf(need) }) },
    );
    if (byName) return byName;
  }
  if (port === undefined || isAddressOfDatabase(need)) return undefined;
  const [byPort] = link(
    others.filter((offer) => offer.ports.has(port) && agrees(offer, { port, path: name })),
    { by: 'port', certainty: 'inferred', because: linkedByPort({ port, path: name, at: placeOf(need) }) },
  );
  return byPort;
}

/** A port alone is enough when few use it; else, or where both name a path, the paths must agree. */
function agrees(offer: Offer, asked: { port: number; path: string | undefined }): boolean {
  const path = asked.path === undefined ? undefined : `/${asked.path.replace(/^\/+/, '')}`;
  const fits = offer.contextPaths.some((context) => path === context || path?.startsWith(`${context}/`));
  if (fits) return true;
  const contradicts = path !== undefined && path !== '/' && offer.contextPaths.length > 0;
  return !contradicts && !commonPorts.has(asked.port);
}

/** Only calls to components are joined by port: a database on 3306 elsewhere is another one. */
function isAddressOfDatabase(need: Need): boolean {
  return need.value.service !== 'http' && need.value.service !== 'tcp' && need.value.service !== 'node';
}

function placeOf(fact: { readonly evidence: readonly { file: string; line?: number }[] }): string {
  const [first] = fact.evidence;
  if (!first) return '';
  return first.line === undefined ? first.file : `${first.file}:${first.line}`;
}

/** Components that use the same database of the same server. */
function sharedDatabases(applications: readonly Application[]): Link[] {
  const users = new Map<string, { label: string; components: Set<string> }>();
  for (const { facts } of applications) {
    for (const { component, value } of factsOf(facts, 'datasource')) {
      const { host, port, database, embedded } = value;
      if (embedded || host === undefined || database === undefined || isLoopback(host)) continue;
      const label = `${database} (${host}${port === undefined ? '' : `:${port}`})`;
      const known = users.get(label.toLowerCase()) ?? { label, components: new Set() };
      known.components.add(component);
      users.set(label.toLowerCase(), known);
    }
  }
  return [...users.values()].flatMap(({ label, components }) => {
    const [first, ...rest] = [...components].sort();
    if (first === undefined) return [];
    return rest.map((to): Link => ({
      from: first,
      to,
      by: 'database',
      certainty: 'declared',
      because: sharedDatabase({ database: label }),
    }));
  });
}

/** The same words on two machines: no sign that two applications share it. */
function isLoopback(host: string): boolean {
  return /^(?:localhost|127\.|::1|0\.0\.0\.0)/i.test(host);
}

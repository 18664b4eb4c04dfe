import type { Application } from '../../model/analysis.js';
import { factsOf } from '../../model/fact.js';
import type { FactOf } from '../../model/fact.js';
import { sortBy } from '../../model/order.js';
import type { DependencyPlan } from '../../model/plan-dependency.js';
import type { ServiceProduct } from '../../model/product.js';
import { isActive } from './profiles.js';

export type DependencyFact = FactOf<'datasource'> | FactOf<'depends-on'>;

/** One thing that components of an application need, with every fact that speaks of it. */
export interface Need {
  readonly service: ServiceProduct;
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly database: string | undefined;
  readonly username: string | undefined;
  readonly facts: readonly DependencyFact[];
  readonly components: readonly string[];
  /** The service is our choice: nothing says which make of server it is. */
  readonly unsaidMake?: boolean;
}

/** What the application's components need over the network, those that are the same place joined. */
export function collectNeeds(
  application: Application,
  profileOf: (component: string) => string | undefined,
): Need[] {
  const facts = [
    ...factsOf(application.facts, 'datasource'),
    ...factsOf(application.facts, 'depends-on'),
  ].filter((fact) => isActive(fact.value.profile, profileOf(fact.component)));
  const hosts = new Map<string, DependencyFact[]>();
  for (const fact of facts) {
    if (defaultPorts[serviceOf(fact)] === undefined || isEmbedded(fact)) continue;
    const key = [serviceOf(fact), hostOf(fact) ?? '', fact.value.port ?? ''].join('|');
    hosts.set(key, [...(hosts.get(key) ?? []), fact]);
  }
  return sortBy(joinVague([...hosts.values()].map(toNeed)), (need) => [
    need.service,
    need.host ?? '',
    need.port ?? 0,
  ]);
}

function toNeed(facts: readonly DependencyFact[]): Need {
  const [first] = facts;
  if (!first) throw new Error('a need without facts');
  const datasource = facts.find((fact): fact is FactOf<'datasource'> => fact.kind === 'datasource');
  return {
    service: serviceOf(first),
    host: hostOf(first),
    port: first.value.port,
    database: datasource?.value.database ?? facts.map(nameOf).find((name) => name !== undefined),
    username: datasource?.value.username,
    facts,
    components: [...new Set(facts.map((fact) => fact.component))].sort(),
  };
}

/** A driver on the class path says "MySQL" without a place: it is the MySQL that another fact places. */
function joinVague(needs: readonly Need[]): Need[] {
  const placed = needs.filter((need) => need.host !== undefined);
  const joined = placed.map((need) => {
    const first = placed.find((other) => other.service === need.service) === need;
    const vague = first
      ? needs.filter((other) => other.service === need.service && other.host === undefined)
      : [];
    const facts = [...need.facts, ...vague.flatMap((other) => other.facts)];
    return { ...need, facts, components: [...new Set(facts.map((fact) => fact.component))].sort() };
  });
  return [
    ...joined,
    ...needs.filter(
      (need) => need.host === undefined && !placed.some((other) => other.service === need.service),
    ),
  ];
}

function serviceOf(fact: DependencyFact): ServiceProduct {
  return fact.kind === 'datasource' ? fact.value.product : fact.value.service;
}

function hostOf(fact: DependencyFact): string | undefined {
  return fact.value.host === '' ? undefined : fact.value.host;
}

function nameOf(fact: DependencyFact): string | undefined {
  return fact.kind === 'depends-on' ? fact.value.name : fact.value.database;
}

function isEmbedded(fact: DependencyFact): boolean {
  return fact.kind === 'datasource' && fact.value.embedded;
}

/** Services that a container platform hosts or fronts, and their ports; HTTP calls and the like are egress, not dependencies. */
export const defaultPorts: Readonly<Partial<Record<ServiceProduct, number>>> = {
  mysql: 3306,
  mariadb: 3306,
  tidb: 4000,
  oceanbase: 2881,
  postgresql: 5432,
  kingbase: 54321,
  oracle: 1521,
  sqlserver: 1433,
  db2: 50000,
  sybase: 5000,
  informix: 9088,
  dameng: 5236,
  gbase: 5258,
  mongodb: 27017,
  clickhouse: 8123,
  redis: 6379,
  memcached: 11211,
  zookeeper: 2181,
  kafka: 9092,
  rabbitmq: 5672,
  activemq: 61616,
  rocketmq: 9876,
  elasticsearch: 9200,
  solr: 8983,
  nacos: 8848,
  smtp: 25,
  ldap: 389,
  mq: 1414,
  minio: 9000,
  ftp: 21,
  sftp: 22,
};

/** Ids: after the component when only one uses it, else after the application; numbered when a product occurs twice. */
export function nameNeeds(application: Application, needs: readonly Need[]): Map<string, Need> {
  const named = new Map<string, Need>();
  for (const need of needs) {
    const owner = need.components.length === 1 ? (need.components[0] ?? application.id) : application.id;
    let id = `${owner}-${need.service}`;
    for (let n = 2; named.has(id); n++) id = `${owner}-${need.service}-${n}`;
    named.set(id, need);
  }
  return named;
}

export type NamedDependency = readonly [id: string, plan: DependencyPlan, need: Need];

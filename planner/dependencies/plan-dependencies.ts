import type { Application } from '../../model/analysis.js';
import { factsOf } from '../../model/fact.js';
import { sortBy } from '../../model/order.js';
import type { DependencyPlan } from '../../model/plan-dependency.js';
import type { DatabaseProduct, ServiceProduct } from '../../model/product.js';
import type { PlanningOptions } from '../context.js';
import type { Decider } from '../decider.js';
import {
  dependencyExternal,
  dependencyGenerated,
  externalHostDetail,
  externalHostTitle,
  generatedNotProduction,
  loadDataEmpty,
  loadDataSchema,
  loadDataTitle,
  mailDetail,
  mailTitle,
  makeMysqlToo,
  makeUnsaid,
  optionalDetail,
  optionalTitle,
  strictModeOff,
} from '../texts/dependencies.js';
import { pickLine } from '../versions.js';
import { collectNeeds, defaultPorts, nameNeeds } from './collect.js';
import type { NamedDependency, Need } from './collect.js';

/** Products that Drydock can run beside an application. */
const generatable: readonly ServiceProduct[] = ['mysql', 'mariadb', 'postgresql', 'redis'];
const databases: ReadonlySet<ServiceProduct> = new Set<ServiceProduct>(['mysql', 'mariadb', 'postgresql']);

/** Databases, caches and the like of one application, each with the mode that the run asks for. */
export function planDependencies(
  application: Application,
  shared: {
    options: PlanningOptions;
    decider: Decider;
    profileOf: (component: string) => string | undefined;
  },
): NamedDependency[] {
  const needs = collectNeeds(application, shared.profileOf).flatMap((need) =>
    settle(application, need, shared),
  );
  return [...nameNeeds(application, needs)].map(([id, need]) => {
    if (need.unsaidMake === true) {
      shared.decider.decide(`dependencies.${id}.service`, need.service, {
        because: makeUnsaid(),
        evidence: need.facts.flatMap((fact) => fact.evidence),
        alternatives: [{ choice: 'mysql', whyNot: makeMysqlToo() }],
      });
    }
    const generated = shared.options.withDependencies && generatable.includes(need.service);
    const plan: DependencyPlan = {
      ...base(id, need),
      ...(hasPassword(application, { need, generated }) ? { secret: `${id}-credentials` } : {}),
      mode: shared.decider.decide(`dependencies.${id}.mode`, generated ? 'generated' : 'external', {
        because: generated
          ? dependencyGenerated({ service: need.service })
          : dependencyExternal({ service: need.service }),
        evidence: need.facts.flatMap((fact) => fact.evidence),
        alternatives: generated ? [{ choice: 'external', whyNot: generatedNotProduction() }] : [],
      }),
      ...(generated ? generatedPart(application, { id, need, ...shared }) : externalPart(need)),
      schema: generated && databases.has(need.service) ? schemaOf(application, shared.options) : [],
    };
    if (generated && databases.has(need.service)) askForData(id, { need, plan, ...shared });
    if (!generated && plan.externalHost === undefined) askForHost(id, { need, decider: shared.decider });
    return [id, plan, need] as const;
  });
}

/** What PHP needs, made definite: which make of MySQL is generated; mail without a server is a person's business. */
function settle(
  application: Application,
  need: Need,
  { options, decider }: { options: PlanningOptions; decider: Decider },
): Need[] {
  if (!isOfPhp(application, need)) return [need];
  if (need.service === 'smtp' && need.host === undefined) {
    for (const component of need.components) {
      const evidence = need.facts.flatMap((fact) => fact.evidence);
      decider.askPerson({ component, title: mailTitle(), detail: mailDetail(), evidence });
    }
    return [];
  }
  if (isPossible(need, options)) {
    for (const component of need.components) {
      const evidence = need.facts.flatMap((fact) => fact.evidence);
      const { service } = need;
      decider.askPerson({
        component,
        title: optionalTitle({ service }),
        detail: optionalDetail({ service }),
        evidence,
      });
    }
    return [];
  }
  const said = factsOf(application.facts, 'database-schema').some((fact) => fact.value.product !== undefined);
  const open = need.service === 'mysql' && !said && pickLine(options.catalog, 'mariadb', []) !== undefined;
  return open && options.withDependencies ? [{ ...need, service: 'mariadb', unsaidMake: true }] : [need];
}

/** Code that can talk to a service, where nothing says whether and to which: a Service for it would lead nowhere. */
function isPossible(need: Need, options: PlanningOptions): boolean {
  const generated = options.withDependencies && generatable.includes(need.service);
  return !generated && need.host === undefined && need.facts.every((fact) => fact.kind === 'depends-on');
}

function isOfPhp(application: Application, need: Need): boolean {
  return need.components.every((id) =>
    factsOf(application.facts, 'packaging').some(
      (fact) => fact.component === id && fact.value.type === 'php',
    ),
  );
}

function base(id: string, need: Need): Omit<DependencyPlan, 'mode' | 'schema'> {
  return {
    service: need.service,
    serviceName: id,
    port: need.port ?? defaultPorts[need.service] ?? 0,
    ...(need.database === undefined ? {} : { database: need.database }),
    ...(need.username === undefined ? {} : { username: need.username }),
    usedBy: need.components,
  };
}

function generatedPart(
  application: Application,
  given: { id: string; need: Need; options: PlanningOptions; decider: Decider },
): Partial<DependencyPlan> {
  const image = given.need.service;
  const charset = factsOf(application.facts, 'encoding').find((fact) => fact.value.subject === 'database')
    ?.value.charset;
  const isDatabase = databases.has(image);
  return {
    image,
    version: pickLine(given.options.catalog, image, []) ?? '',
    size: isDatabase ? '10Gi' : '1Gi',
    ...(isDatabase ? { product: image as DatabaseProduct } : {}),
    ...(charset === undefined ? {} : { charset }),
    ...lenientSql(application, given),
  };
}

/** Code of PHP's first database extension is older than MySQL's strict mode: its empty strings and zero dates are refused. */
function lenientSql(
  application: Application,
  given: { id: string; need: Need; decider: Decider },
): Pick<DependencyPlan, 'settings'> {
  const old = factsOf(application.facts, 'php-extension').find(
    (fact) => fact.value.name === 'mysql' && given.need.components.includes(fact.component),
  );
  if (!old || !['mysql', 'mariadb'].includes(given.need.service)) return {};
  const mode = given.decider.decide(`dependencies.${given.id}.settings.sql_mode`, 'NO_ENGINE_SUBSTITUTION', {
    because: strictModeOff(),
    evidence: old.evidence,
  });
  return { settings: { sql_mode: mode } };
}

/** Purposes of credentials by what they open; anything else is a database's. */
const purposes: Readonly<Partial<Record<ServiceProduct, string>>> = {
  redis: 'cache',
  memcached: 'cache',
  smtp: 'mail',
  ldap: 'ldap',
  kafka: 'messaging',
  rabbitmq: 'messaging',
  activemq: 'messaging',
  rocketmq: 'messaging',
  mq: 'messaging',
};

/** A database always has one; of anything else the configuration must know a user or a password. */
function hasPassword(application: Application, given: { need: Need; generated: boolean }): boolean {
  const { need } = given;
  if (need.username !== undefined || (given.generated && databases.has(need.service))) return true;
  const purpose = purposes[need.service] ?? 'database';
  return factsOf(application.facts, 'credential').some(
    (fact) => need.components.includes(fact.component) && fact.value.purpose === purpose,
  );
}

/** A loopback address in a configuration says where the database was for the developer, not where it is. */
function externalPart(need: Need): Partial<DependencyPlan> {
  const local = need.host === undefined || /^(localhost|127\.|::1|0\.0\.0\.0|\$)/.test(need.host);
  return local ? {} : { externalHost: need.host };
}

function schemaOf(application: Application, options: PlanningOptions): { context: string; path: string }[] {
  const files = sortBy(factsOf(application.facts, 'database-schema'), (fact) => [
    fact.value.order,
    fact.value.path,
  ]);
  const paths = [...new Set(files.map((fact) => fact.value.path))];
  return paths.map((path) => ({ context: options.contextOf(application), path }));
}

/** What the old database holds is nowhere in the input. */
function askForData(
  id: string,
  given: { need: Need; plan: DependencyPlan; options: PlanningOptions; decider: Decider },
): void {
  const { need, plan } = given;
  const root = plan.username === undefined || plan.username === 'root' ? 'password' : 'root-password';
  const secret = `"$(cat /run/secrets/drydock/${root})"`;
  const database = plan.database ?? '';
  const client =
    need.service === 'postgresql'
      ? `psql -U ${plan.username ?? 'postgres'} ${database}`
      : `MYSQL_PWD=${secret} ${need.service === 'mariadb' ? 'mariadb' : 'mysql'} -uroot ${database}`;
  const command = `kubectl -n ${given.options.settings.namespace} exec -i ${id}-0 -- sh -c '${client.trim()}' < dump.sql`;
  for (const component of need.components) {
    given.decider.askPerson({
      component,
      title: loadDataTitle({ service: need.service }),
      detail: plan.schema.length === 0 ? loadDataEmpty({ command }) : loadDataSchema({ command }),
      evidence: need.facts.flatMap((fact) => fact.evidence),
    });
  }
}

function askForHost(id: string, given: { need: Need; decider: Decider }): void {
  for (const component of given.need.components) {
    given.decider.askPerson({
      component,
      title: externalHostTitle({ service: given.need.service }),
      detail: externalHostDetail({ id, service: given.need.service }),
      evidence: given.need.facts.flatMap((fact) => fact.evidence),
    });
  }
}

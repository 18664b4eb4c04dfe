import { factsOf } from '../../model/fact.js';
import type { FactOf } from '../../model/fact.js';
import { sortBy } from '../../model/order.js';
import type { EnvPlan, JndiPlan, VolumePlan } from '../../model/plan-component.js';
import type { DatabaseProduct } from '../../model/product.js';
import { environmentName } from '../configuration/secret-names.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import type { NamedDependency } from '../dependencies/collect.js';
import {
  embeddedFiles,
  jndiDatabase,
  jndiEmbedded,
  jndiMail,
  mailServerDetail,
  mailServerTitle,
  unknownResourceDetail,
  unknownResourceTitle,
} from '../texts/jndi.js';

export interface JndiPlanning {
  readonly jndi: readonly JndiPlan[];
  readonly env: readonly EnvPlan[];
  readonly libraries: readonly string[];
  readonly volumes: readonly VolumePlan[];
  readonly systemProperties: Readonly<Record<string, string>>;
}

type ResourceFact = FactOf<'jndi-resource'>;

interface Resource {
  readonly name: string;
  readonly type: string;
  readonly facts: readonly ResourceFact[];
}

const databaseDirectory = '/data/databases';

const engines: Partial<
  Record<DatabaseProduct, { driver: string; url: (name: string) => string; jar: RegExp }>
> = {
  derby: {
    driver: 'org.apache.derby.jdbc.EmbeddedDriver',
    url: (name) => `jdbc:derby:${databaseDirectory}/${name};create=true`,
    jar: /^derby$/,
  },
  h2: { driver: 'org.h2.Driver', url: (name) => `jdbc:h2:file:${databaseDirectory}/${name}`, jar: /^h2$/ },
  hsqldb: {
    driver: 'org.hsqldb.jdbcDriver',
    url: (name) => `jdbc:hsqldb:file:${databaseDirectory}/${name}`,
    jar: /^hsqldb$/,
  },
};

const drivers: Partial<
  Record<DatabaseProduct, { driver: string; url: (at: string, name: string) => string }>
> = {
  mysql: { driver: 'com.mysql.jdbc.Driver', url: (at, name) => `jdbc:mysql://${at}/${name}` },
  mariadb: { driver: 'org.mariadb.jdbc.Driver', url: (at, name) => `jdbc:mariadb://${at}/${name}` },
  postgresql: { driver: 'org.postgresql.Driver', url: (at, name) => `jdbc:postgresql://${at}/${name}` },
  oracle: { driver: 'oracle.jdbc.OracleDriver', url: (at, name) => `jdbc:oracle:thin:@//${at}/${name}` },
  sqlserver: {
    driver: 'com.microsoft.sqlserver.jdbc.SQLServerDriver',
    url: (at, name) => `jdbc:sqlserver://${at};databaseName=${name}`,
  },
};

/** The resources that the application looks up and that only the server can define. */
export function planJndi(
  context: ComponentContext,
  given: { dependencies: readonly NamedDependency[]; java: string; jakarta: boolean },
): JndiPlanning {
  const parts = resourcesToDefine(context).map((resource) => planResource(context, { resource, ...given }));
  return {
    jndi: parts.flatMap((part) => part.jndi ?? []),
    env: parts.flatMap((part) => part.env ?? []),
    libraries: [...new Set(parts.flatMap((part) => part.libraries ?? []))].sort(),
    volumes: parts.flatMap((part) => part.volumes ?? []).slice(0, 1),
    systemProperties: Object.assign({}, ...parts.map((part) => part.systemProperties ?? {})) as Record<
      string,
      string
    >,
  };
}

/** A definition inside the WAR's own META-INF/context.xml goes with it; one in the server's configuration does not. */
function resourcesToDefine(context: ComponentContext): Resource[] {
  const facts = context.all('jndi-resource');
  const shipped = new Set(
    facts
      .filter(
        (fact) =>
          fact.value.role === 'definition' &&
          fact.evidence.some((one) => one.file.endsWith('META-INF/context.xml')),
      )
      .map((fact) => fact.value.name),
  );
  const names = [...new Set(facts.map((fact) => fact.value.name))].filter((name) => !shipped.has(name));
  const resources = names.flatMap((name) => {
    const mine = facts.filter((fact) => fact.value.name === name);
    const type = mine.map((fact) => fact.value.type).find((one) => one !== undefined);
    const declared = mine.some((fact) => fact.value.role !== 'lookup');
    return type !== undefined && declared ? [{ name, type, facts: mine }] : [];
  });
  return sortBy(resources, (resource) => [resource.name]);
}

function planResource(
  context: ComponentContext,
  given: { resource: Resource; dependencies: readonly NamedDependency[]; java: string; jakarta: boolean },
): Partial<JndiPlanning> {
  const { resource } = given;
  if (resource.type.endsWith('.mail.Session')) return planMail(context, given);
  if (/\.sql\.(XA)?DataSource$/.test(resource.type)) {
    return planDatabase(context, given) ?? planEmbedded(context, resource) ?? askFor(context, resource);
  }
  return askFor(context, resource);
}

function planMail(
  context: ComponentContext,
  given: { resource: Resource; dependencies: readonly NamedDependency[]; java: string; jakarta: boolean },
): Partial<JndiPlanning> {
  const smtp = given.dependencies.find(([, plan]) => plan.service === 'smtp');
  const host = smtp?.[1].serviceName ?? 'localhost';
  const { name, type, facts } = given.resource;
  if (!smtp) {
    context.decider.askPerson({
      component: context.component.id,
      title: mailServerTitle({ name }),
      detail: mailServerDetail({ name }),
      evidence: evidenceOf(...facts),
    });
  }
  context.decide(`jndi.${name}`, host, {
    because: jndiMail({ name, place: placeOf(facts[0]) }),
    evidence: evidenceOf(...facts),
  });
  const mail = given.jakarta
    ? ['com.sun.mail:jakarta.mail:2.0.1', 'com.sun.activation:jakarta.activation:2.0.1']
    : ['com.sun.mail:javax.mail:1.6.2'];
  const activation =
    !given.jakarta && Number(given.java) > 8 ? ['com.sun.activation:javax.activation:1.2.0'] : [];
  return {
    jndi: [{ name, type, attributes: { 'mail.smtp.host': host } }],
    libraries: [...mail, ...activation],
  };
}

function planDatabase(
  context: ComponentContext,
  given: { resource: Resource; dependencies: readonly NamedDependency[] },
): Partial<JndiPlanning> | undefined {
  const { name, type, facts } = given.resource;
  const databases = given.dependencies.filter(([, plan]) => drivers[plan.service as DatabaseProduct]);
  const match =
    databases.find(([, , need]) =>
      need.facts.some((fact) => fact.kind === 'datasource' && fact.value.jndiName === name),
    ) ?? (databases.length === 1 ? databases[0] : undefined);
  const product = match?.[1].service as DatabaseProduct | undefined;
  const driver = product === undefined ? undefined : drivers[product];
  if (!match || !driver || product === undefined) return undefined;
  const [id, plan, need] = match;
  const known = need.facts.find(
    (fact): fact is FactOf<'datasource'> => fact.kind === 'datasource' && fact.value.driver !== undefined,
  );
  context.decide(`jndi.${name}`, id, {
    because: jndiDatabase({ name, id, place: placeOf(facts[0]) }),
    evidence: evidenceOf(...facts, ...need.facts),
  });
  const variable = environmentName(`${name}.password`).replaceAll('/', '_');
  const url = driver.url(
    `${plan.serviceName}:${plan.port}`,
    plan.database ?? name.split('/').at(-1) ?? 'app',
  );
  const attributes = {
    url,
    driverClassName: known?.value.driver ?? driver.driver,
    username: plan.username ?? 'app',
    password: `\${env.${variable}}`,
  };
  return {
    jndi: [{ name, type, attributes }],
    env: plan.secret === undefined ? [] : [{ name: variable, secret: plan.secret, key: 'password' }],
  };
}

/** No database is named anywhere, but the archive brings an engine that runs inside the process. */
function planEmbedded(context: ComponentContext, resource: Resource): Partial<JndiPlanning> | undefined {
  for (const [product, engine] of Object.entries(engines)) {
    const library = factsOf(context.facts, 'library').find(
      (fact) => engine.jar.test(fact.value.name) && fact.value.scope !== 'test',
    );
    if (!library) continue;
    const { name, type } = resource;
    const because = jndiEmbedded({ name, product, place: placeOf(library) });
    context.decide(`jndi.${name}`, product, { because, evidence: evidenceOf(...resource.facts, library) });
    context.decide('volumes.databases.kind', 'claim', {
      because: embeddedFiles({ product, path: databaseDirectory, place: placeOf(library) }),
      evidence: evidenceOf(library),
    });
    const url = engine.url((name.split('/').at(-1) ?? name).toLowerCase());
    const properties =
      product === 'derby'
        ? { 'derby.system.home': databaseDirectory, 'derby.stream.error.field': 'java.lang.System.err' }
        : {};
    return {
      jndi: [
        { name, type, attributes: { url, driverClassName: engine.driver, username: 'sa', password: '' } },
      ],
      volumes: [
        {
          name: 'databases',
          mountPath: databaseDirectory,
          kind: 'claim',
          size: '10Gi',
          accessMode: 'ReadWriteOnce',
        },
      ],
      systemProperties: properties,
    };
  }
  return undefined;
}

function askFor(context: ComponentContext, resource: Resource): Partial<JndiPlanning> {
  const { name, type, facts } = resource;
  context.decider.askPerson({
    component: context.component.id,
    title: unknownResourceTitle({ name }),
    detail: unknownResourceDetail({ name, type }),
    evidence: evidenceOf(...facts),
  });
  return {};
}

import type { ServiceProduct } from '../../model/product.js';
import { descendantsOf, type XmlElement } from '../../workspace/xml/xml-element.js';
import { emitProperties, propertyOf, type Property } from './persistence-xml.js';
import { parseAddress } from './services.js';
import { portOf, type FileTarget } from './target.js';

/** Reads a Spring context: data sources, JNDI, servers, schedulers. */
export function readBeans(target: FileTarget, root: XmlElement): void {
  for (const bean of descendantsOf(root, 'bean')) readBean(target, bean);
  for (const lookup of descendantsOf(root, 'jndi-lookup'))
    emitJndi(target, lookup.attributes['jndi-name'], lookup);
  for (const scheduled of descendantsOf(root, 'scheduled')) emitScheduled(target, scheduled);
  for (const element of [...descendantsOf(root, 'registry'), ...descendantsOf(root, 'connectionFactory')]) {
    emitAddress(target, element);
  }
}

function readBean(target: FileTarget, bean: XmlElement): void {
  const type = bean.attributes.class ?? '';
  const properties = propertiesOf(bean);
  const find = (...keys: readonly string[]): Property | undefined =>
    properties.find(({ key }) => keys.includes(key));
  emitProperties(target, properties, `${type} ${bean.attributes.id ?? ''}`);
  emitJndi(target, find('jndiName')?.value, bean);
  emitService(target, { type, find });
  const cron = find('cronExpression');
  if (/Trigger(?:Factory)?Bean$/.test(type)) {
    const reference = bean.children.find((child) => /^job-?Detail$/i.test(child.attributes.name ?? ''));
    const name = reference?.attributes.ref ?? bean.attributes.id ?? bean.attributes.name ?? type;
    const interval = find('repeatInterval', 'startDelay')?.value;
    const schedule = cron?.value ?? (interval === undefined ? undefined : `every ${interval} ms`);
    const filled = schedule === undefined ? undefined : (target.lookup.fill(schedule) ?? schedule);
    const value = {
      name,
      ...(filled !== undefined && { schedule: filled }),
      mechanism: 'quartz' as const,
      inProcess: true,
    };
    target.add('scheduled-job', value, cron?.line ?? bean.line);
  }
}

/** Child properties, `p:` attributes and the entries of a `props` below them. */
function propertiesOf(bean: XmlElement): readonly Property[] {
  const children = bean.children
    .filter((child) => child.local === 'property' || child.local === 'constructor-arg')
    .flatMap((child) => [
      propertyOf(child) ?? { key: 'argument', value: child.attributes.value ?? '', line: child.line },
      ...[...descendantsOf(child, 'prop')].map(({ attributes, text, line }) => ({
        key: attributes.key ?? '',
        value: text,
        line,
      })),
    ]);
  const attributes = Object.entries(bean.attributes)
    .filter(([name]) => name.startsWith('p:') && !name.endsWith('-ref'))
    .map(([name, value]) => ({
      key: name.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
      line: bean.attributeLines[name] ?? bean.line,
    }));
  return [...children, ...attributes].filter(({ key, value }) => key !== '' && value !== '');
}

function emitJndi(target: FileTarget, written: string | undefined, element: XmlElement): void {
  const filled = written === undefined ? undefined : target.lookup.fill(written);
  if (filled === undefined || filled === '') return;
  const name = filled.replace(/^java:comp\/env\//, '');
  const expected = element.attributes['expected-type'] ?? element.attributes['proxy-interface'];
  const guess = /mail/i.test(name)
    ? 'javax.mail.Session'
    : /jdbc|ds$|datasource/i.test(name)
      ? 'javax.sql.DataSource'
      : undefined;
  const type = expected ?? guess;
  target.add('jndi-resource', { name, ...(type !== undefined && { type }), role: 'lookup' }, element.line);
}

const services: readonly (readonly [RegExp, ServiceProduct, number])[] = [
  [
    /(?:Jedis|Lettuce)ConnectionFactory$|JedisPool$|JedisShardInfo$|RedisStandaloneConfiguration$/,
    'redis',
    6379,
  ],
  [/JavaMailSenderImpl$|CosMailSenderImpl$/, 'smtp', 25],
  [/ActiveMQConnectionFactory$/, 'activemq', 61616],
  [/LdapContextSource$/, 'ldap', 389],
  [/rabbit.*CachingConnectionFactory$/, 'rabbitmq', 5672],
  [/MQ(?:Queue|XA|Topic)?ConnectionFactory$/, 'mq', 1414],
  [/MemcachedClient\w*$|SockIOPool$/, 'memcached', 11211],
  [/Mongo(?:Client)?FactoryBean$/, 'mongodb', 27017],
  [/HttpInvokerProxyFactoryBean$|HessianProxyFactoryBean$|JaxWsPortProxyFactoryBean$/, 'http', 80],
];

function emitService(
  target: FileTarget,
  bean: { type: string; find: (...keys: readonly string[]) => Property | undefined },
): void {
  const known = services.find(([pattern]) => pattern.test(bean.type));
  const place = bean.find(
    'hostName',
    'host',
    'brokerURL',
    'url',
    'urls',
    'addresses',
    'servers',
    'serviceUrl',
    'wsdlDocumentUrl',
  );
  const filled = place && target.lookup.fill(place.value);
  const address = filled === undefined ? undefined : parseAddress(filled);
  // A value that a properties file gives is that file's fact.
  if (!known || !place || !address) return;
  const port = address.port ?? portOf(target.lookup.fill(bean.find('port')?.value ?? '')) ?? known[2];
  const reference = /^\$\{([^{}:]+)/.exec(place.value)?.[1];
  const value = {
    service: known[1],
    host: address.host,
    port,
    ...(reference !== undefined && { configuredBy: reference }),
  };
  target.add('depends-on', value, place.line);
}

/** Dubbo's `<dubbo:registry address>` and AMQ's or Rabbit's connection factory elements. */
function emitAddress(target: FileTarget, element: XmlElement): void {
  const written = element.attributes.address ?? element.attributes.brokerURL;
  const filled = written === undefined ? undefined : target.lookup.fill(written);
  const address = filled === undefined ? undefined : parseAddress(filled);
  if (!address) return;
  const service: ServiceProduct =
    element.prefix === 'dubbo' ? (address.scheme === 'nacos' ? 'nacos' : 'zookeeper') : 'activemq';
  const port = address.port ?? { nacos: 8848, zookeeper: 2181, activemq: 61616 }[service];
  target.add('depends-on', { service, host: address.host, port }, element.line);
}

function emitScheduled(target: FileTarget, element: XmlElement): void {
  if (element.parent?.local !== 'scheduled-tasks') return;
  const { ref = '', method = '', cron } = element.attributes;
  const [kind, interval] =
    Object.entries(element.attributes).find(([name]) => name.startsWith('fixed-')) ?? [];
  const written = cron ?? (kind === undefined ? undefined : `${kind} ${interval ?? ''} ms`);
  const schedule = written === undefined ? undefined : (target.lookup.fill(written) ?? written);
  const value = {
    name: `${ref}.${method}`,
    ...(schedule !== undefined && { schedule }),
    mechanism: 'spring' as const,
    inProcess: true,
  };
  target.add('scheduled-job', value, element.line);
}

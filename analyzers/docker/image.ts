import type { ServiceProduct } from '../../model/product.js';
import type { FactValues } from '../../model/fact-values.js';

/** An image reference's parts: the last part of its name, and its tag. */
export interface ImageName {
  readonly name: string;
  readonly tag: string | undefined;
}

/** `registry:5000/library/mysql:5.7@sha256:…` → mysql, 5.7. */
export function parseImage(reference: string): ImageName {
  const bare = reference.replace(/@sha256:.*$/, '').replace(/^.*\//, '');
  const [name = '', tag] = bare.split(':');
  return { name: name.toLowerCase(), tag };
}

const services: readonly (readonly [RegExp, ServiceProduct])[] = [
  [/^(mysql|mysql-server|percona|percona-server)$/, 'mysql'],
  [/^mariadb$/, 'mariadb'],
  [/^(postgres|postgresql|postgis|timescaledb)$/, 'postgresql'],
  [/^(mongo|mongodb)$/, 'mongodb'],
  [/^(oracle|oracle-xe|oracle-xe-11g|database)$/, 'oracle'],
  [/^(mssql|server|mssql-server)$/, 'sqlserver'],
  [/^clickhouse/, 'clickhouse'],
  [/^redis/, 'redis'],
  [/^memcached$/, 'memcached'],
  [/^rabbitmq$/, 'rabbitmq'],
  [/^(kafka|cp-kafka)$/, 'kafka'],
  [/^(zookeeper|cp-zookeeper)$/, 'zookeeper'],
  [/^activemq/, 'activemq'],
  [/^(rocketmq)/, 'rocketmq'],
  [/^elasticsearch/, 'elasticsearch'],
  [/^solr$/, 'solr'],
  [/^nacos-server$/, 'nacos'],
  [/^consul$/, 'consul'],
  [/^etcd$/, 'etcd'],
  [/^minio$/, 'minio'],
  [/^(mailhog|mailpit|mailcatcher|postfix|maildev)$/, 'smtp'],
  [/^(openldap|ldap)$/, 'ldap'],
];

/** The service that a well-known image runs. */
export function serviceOfImage(image: ImageName): ServiceProduct | undefined {
  return services.find(([pattern]) => pattern.test(image.name))?.[1];
}

type Runtime = FactValues['runtime'];
type Server = FactValues['server'];

/** What an image executes, by its name and tag. */
export function runtimeOfImage({ name, tag = '' }: ImageName): { runtime?: Runtime; server?: Server } {
  const version = /^v?(\d+(?:\.\d+)*)/.exec(tag)?.[1];
  const versioned = version === undefined ? {} : { version };
  if (name === 'php') {
    const short = version?.split('.').slice(0, 2).join('.');
    const server = tag.includes('apache') ? 'apache' : tag.includes('fpm') ? 'php-fpm' : undefined;
    return {
      runtime: { language: 'php', ...(short === undefined ? {} : { version: short }), basis: 'toolchain' },
      ...(server ? { server: { product: server, embedded: false } } : {}),
    };
  }
  if (name === 'node') return { runtime: { language: 'node', ...versioned, basis: 'toolchain' } };
  if (
    /^(openjdk|java|eclipse-temurin|adoptopenjdk|amazoncorretto|ibmjava|zulu-openjdk|liberica\w*|jdk\d*|jre\d*|openjdk\d*)$/.test(
      name,
    )
  ) {
    const java = (/^(?:1\.)?(\d+)/.exec(tag) ?? /(\d+)$/.exec(name))?.[1];
    return {
      runtime: { language: 'java', ...(java === undefined ? {} : { version: java }), basis: 'toolchain' },
    };
  }
  const server = (/^(tomcat|jetty|wildfly|nginx|httpd)$/.exec(name) ?? [])[1];
  if (server === undefined) return {};
  const java = /(?:jre|jdk)-?(\d+)/.exec(tag)?.[1];
  const product = server === 'httpd' ? 'apache' : (server as 'tomcat' | 'jetty' | 'wildfly' | 'nginx');
  return {
    server: { product, ...versioned, embedded: false },
    ...(java === undefined ? {} : { runtime: { language: 'java', version: java, basis: 'toolchain' } }),
  };
}

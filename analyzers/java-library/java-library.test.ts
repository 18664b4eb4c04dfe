import { describe, expect, test } from '@jest/globals';
import type { Fact, FactKind } from '../../model/fact.js';
import type { FactValues } from '../../model/fact-values.js';
import { createMemoryProject } from '../../workspace/memory-project.js';
import { javaLibraryAnalyzer } from './index.js';

const evidence = [{ file: 'pom.xml', line: 1, by: 'maven' }] as const;

function library(coordinates: string, scope = 'compile'): Fact {
  const [group, name = '', version] = coordinates.split(':');
  const value: FactValues['library'] = {
    ...(group !== undefined && group !== '' && { group }),
    name,
    ...(version !== undefined && { version }),
    scope,
    ecosystem: group === '' ? 'bundled' : 'maven',
  };
  return { kind: 'library', component: 'c', value, certainty: 'declared', evidence };
}

function fact<K extends FactKind>(kind: K, value: FactValues[K]): Fact {
  return { kind, component: 'c', value, certainty: 'declared', evidence } as unknown as Fact;
}

function derive(kind: FactKind, ...facts: Fact[]): unknown[] {
  const view = { id: 'c', path: '', units: [''], facts };
  const derived = javaLibraryAnalyzer.derive?.(view, createMemoryProject({})) ?? [];
  return derived.filter((one) => one.kind === kind).map(({ value }) => value);
}

describe('frameworks', () => {
  test.each([
    ['org.springframework.boot:spring-boot-starter-web:2.7.18', 'spring-boot', '2.7.18'],
    ['org.springframework:spring-context:4.3.9.RELEASE', 'spring', '4.3.9.RELEASE'],
    ['struts:struts:1.2.9', 'struts1', '1.2.9'],
    ['org.apache.struts:struts2-core:2.3.15', 'struts2', '2.3.15'],
    [':spring:2.5.6', 'spring', '2.5.6'],
    [':hibernate3:3.2.5', 'hibernate', '3.2.5'],
    ['com.alibaba:dubbo:2.5.3', 'dubbo', '2.5.3'],
  ])('%s is %s', (coordinates, name, version) => {
    expect(derive('framework', library(coordinates))).toEqual([{ name, version }]);
  });

  test.each(['test', 'provided', 'system'])('a library of scope %s does not ship', (scope) => {
    expect(derive('framework', library('org.springframework:spring-core:5.3.1', scope))).toEqual([]);
  });

  test('somebody else’s starter is not Spring Boot’s version', () => {
    expect(derive('framework', library('com.x:spring-boot-starter-x:0.1'))).toEqual([]);
  });

  test('a version known once is not repeated without one', () => {
    const facts = [
      library('org.springframework:spring-core:5.3.1'),
      library('org.springframework:spring-context'),
    ];
    expect(derive('framework', ...facts)).toEqual([{ name: 'spring', version: '5.3.1' }]);
  });
});

test('what has reached its end of life', () => {
  const runtime = fact('runtime', { language: 'java', version: '6', basis: 'target-level' });
  const libraries = [
    library('struts:struts:1.3.10'),
    library('log4j:log4j:1.2.17'),
    library('org.springframework.boot:spring-boot:9.9.0'),
  ];
  expect(derive('end-of-life', runtime, ...libraries)).toEqual([
    { product: 'struts', version: '1', until: '2013-04' },
    { product: 'log4j', version: '1', until: '2015-08' },
    { product: 'java', version: '6', until: '2018-12' },
  ]);
  expect(
    derive('end-of-life', fact('runtime', { language: 'java', version: '8', basis: 'release' })),
  ).toEqual([]);
});

test('a server and log4j 1 without its jar reach their end too, an embedded server does not', () => {
  const server = (version: string, embedded: boolean): Fact =>
    fact('server', { product: 'tomcat', version, embedded });
  const sink = fact('log-sink', { target: 'stdout', framework: 'log4j' });
  expect(
    derive('end-of-life', server('5.5.20', false), server('9.0', false), server('8.0', true), sink),
  ).toEqual([
    { product: 'tomcat', version: '5', until: '2012-09' },
    { product: 'log4j', version: '1', until: '2015-08' },
  ]);
  expect(derive('end-of-life', sink, library('ch.qos.reload4j:reload4j-log4j:1.2.25'))).toEqual([]);
  const middleware = fact('packaging', { type: 'middleware', form: 'configuration' });
  expect(derive('end-of-life', sink, middleware)).toEqual([]);
});

describe('servers', () => {
  const jar = fact('packaging', { type: 'executable-jar', form: 'source' });
  const war = fact('packaging', { type: 'war', form: 'source' });
  const boot = (name: string, scope?: string): Fact =>
    library(`org.springframework.boot:${name}:2.3.0`, scope);

  test('the embedded one: Tomcat by default, another if named, none in a WAR', () => {
    expect(derive('server', jar, boot('spring-boot-starter-web'))).toEqual([
      { product: 'tomcat', embedded: true },
    ]);
    expect(
      derive('server', jar, boot('spring-boot-starter-web'), boot('spring-boot-starter-undertow')),
    ).toEqual([{ product: 'undertow', embedded: true }]);
    expect(derive('server', war, boot('spring-boot-starter-web'))).toEqual([]);
    expect(derive('server', jar, boot('spring-boot-starter-jdbc'))).toEqual([]);
    expect(derive('server', jar, library('org.eclipse.jetty:jetty-server:9.4.51'))).toEqual([
      { product: 'jetty', version: '9.4.51', embedded: true },
    ]);
  });

  test.each([
    ['javax.servlet:javax.servlet-api:3.1.0', 'provided', { namespace: 'javax', version: '3.1' }],
    ['javax.servlet:servlet-api:2.5', 'provided', { namespace: 'javax', version: '2.5' }],
    ['jakarta.servlet:jakarta.servlet-api:4.0.4', 'provided', { namespace: 'javax', version: '4.0' }],
    ['jakarta.servlet:jakarta.servlet-api:6.0.0', 'provided', { namespace: 'jakarta', version: '6.0' }],
    ['javax:javaee-api:7.0', 'provided', { namespace: 'javax', version: '3.1' }],
    ['jakarta.platform:jakarta.jakartaee-api:8.0.0', 'provided', { namespace: 'javax', version: '4.0' }],
    ['org.springframework.boot:spring-boot-starter-web:3.2.0', 'compile', { namespace: 'jakarta' }],
    ['org.springframework:spring-webmvc:4.3.0', 'compile', { namespace: 'javax' }],
  ])('Servlet API by %s', (coordinates, scope, value) => {
    expect(derive('servlet-api', library(coordinates, scope))).toEqual([value]);
  });

  test('Spring Boot 3 needs Java 17', () => {
    expect(derive('runtime', boot('spring-boot-starter'))).toEqual([]);
    expect(derive('runtime', library('org.springframework.boot:spring-boot-starter:3.1.0'))).toEqual([
      { language: 'java', constraint: '>=17', basis: 'api' },
    ]);
  });
});

describe('databases by their driver', () => {
  const mysql = library('mysql:mysql-connector-java:5.1.47', 'runtime');
  const h2 = library('com.h2database:h2:1.4', 'runtime');
  const reference = fact('jndi-resource', {
    name: 'jdbc/users',
    type: 'javax.sql.DataSource',
    role: 'reference',
  });

  test('only where no configuration names one', () => {
    expect(derive('datasource', mysql)).toEqual([{ product: 'mysql', embedded: false }]);
    expect(derive('datasource', mysql, fact('datasource', { product: 'oracle', embedded: false }))).toEqual(
      [],
    );
  });

  test('a test’s driver is none; a server beats an engine; two servers are no answer', () => {
    expect(derive('datasource', library('com.h2database:h2:1.4', 'test'))).toEqual([]);
    expect(derive('datasource', mysql, h2)).toEqual([{ product: 'mysql', embedded: false }]);
    expect(derive('datasource', mysql, library('org.postgresql:postgresql:42'))).toEqual([]);
  });

  test('a reference that nobody defines is a data source of the only product', () => {
    const derby = library(':derby:10.10.1.1');
    const driver = 'org.apache.derby.jdbc.EmbeddedDriver';
    const lookup = fact('jndi-resource', { name: 'jdbc/usersShutdown', role: 'lookup' });
    expect(derive('datasource', derby, reference, lookup)).toEqual([
      { product: 'derby', driver, embedded: true, name: 'jdbc/users', jndiName: 'jdbc/users' },
    ]);
    const defined = fact('jndi-resource', { name: 'jdbc/users', role: 'definition' });
    expect(derive('datasource', derby, reference, defined)).toEqual([
      { product: 'derby', driver, embedded: true },
    ]);
  });
});

test('clients of servers that no configuration names; session stores', () => {
  const redis = library('org.springframework.boot:spring-boot-starter-data-redis:2.3.0');
  expect(derive('depends-on', redis)).toEqual([{ service: 'redis' }]);
  expect(
    derive('depends-on', redis, fact('depends-on', { service: 'redis', host: 'r', port: 6379 })),
  ).toEqual([]);
  expect(
    derive('session-state', library('org.springframework.session:spring-session-data-redis:2.3.0')),
  ).toEqual([{ store: 'redis' }]);
});

import { describe, expect, test } from '@jest/globals';
import { at, generateObjects, needed, planned } from '../../test/plans/generated-objects.js';
import type { Generated } from '../../test/plans/generated-objects.js';
import type { DependencyPlan } from '../../model/plan-dependency.js';

function one(id: string, more: Partial<DependencyPlan> = {}): Generated {
  return generateObjects({ dependencies: { [id]: { ...needed(id), ...more } } });
}

function container(generated: Generated, id: string): Record<string, unknown> {
  return at(generated.object('StatefulSet', id), 'spec.template.spec.containers.0') as Record<
    string,
    unknown
  >;
}

function variables(generated: Generated, id: string): Record<string, string> {
  const env = (container(generated, id).env ?? []) as { name: string; value: string }[];
  return Object.fromEntries(env.map(({ name, value }) => [name, value]));
}

describe('a generated database', () => {
  const generated = one('order-mysql');

  test('keeps its claim, whatever happens to the set', () => {
    expect(
      at(generated.object('StatefulSet', 'order-mysql'), 'spec.persistentVolumeClaimRetentionPolicy'),
    ).toEqual({
      whenDeleted: 'Retain',
      whenScaled: 'Retain',
    });
  });

  test('reads its passwords from files', () => {
    expect(variables(generated, 'order-mysql')).toEqual({
      MYSQL_DATABASE: 'orders',
      MYSQL_PASSWORD_FILE: '/run/secrets/drydock/password',
      MYSQL_ROOT_PASSWORD_FILE: '/run/secrets/drydock/root-password',
      MYSQL_USER: 'orders',
    });
    expect(Object.keys(generated.object('Secret', 'order-mysql-credentials').stringData as object)).toEqual([
      'password',
      'root-password',
    ]);
  });

  test('root is no second user', () => {
    const root = one('order-mysql', { username: 'root' });
    expect(variables(root, 'order-mysql')).toEqual({
      MYSQL_DATABASE: 'orders',
      MYSQL_ROOT_PASSWORD_FILE: '/run/secrets/drydock/password',
    });
  });

  test("loads the application's SQL in its order", () => {
    expect(generated.object('ConfigMap', 'order-mysql-schema').data).toEqual({
      '001-schema.sql': 'CREATE TABLE orders (id INT PRIMARY KEY, customer VARCHAR(80));\n',
      '002-data.sql': "INSERT INTO orders VALUES (1, '王五');\n",
    });
    expect(container(generated, 'order-mysql').volumeMounts).toContainEqual({
      name: 'schema',
      mountPath: '/docker-entrypoint-initdb.d',
      readOnly: true,
    });
  });

  test('a script that sets passwords goes into a Secret, with placeholders', () => {
    const { object, problems } = generateObjects({
      dependencies: {
        'order-mysql': { ...needed('order-mysql'), schema: [{ context: '', path: 'db/init.sql' }] },
      },
      read: () =>
        "CREATE USER 'app'@'%' IDENTIFIED BY 'open sesame';\nINSERT INTO t VALUES ('admin', MD5('it''s'), 'MD5');\n",
    });
    expect(object('Secret', 'order-mysql-schema-secrets').stringData).toEqual({
      '001-init.sql':
        "CREATE USER 'app'@'%' IDENTIFIED BY 'DRYDOCK_PLACEHOLDER_ORDER_MYSQL_SCHEMA_SECRETS_1_1';\n" +
        "INSERT INTO t VALUES ('admin', MD5('DRYDOCK_PLACEHOLDER_ORDER_MYSQL_SCHEMA_SECRETS_1_2'), 'MD5');\n",
    });
    expect(at(object('StatefulSet', 'order-mysql'), 'spec.template.spec.volumes')).toContainEqual({
      name: 'schema',
      projected: { sources: [{ secret: { name: 'order-mysql-schema-secrets' } }] },
    });
    expect(problems.map(({ code }) => code)).toEqual(['schema-passwords']);
  });

  test('spreads much SQL over several ConfigMaps; a file that fits in none is a problem', () => {
    const sizes: Record<string, number> = { a: 600_000, b: 600_000, c: 300_000, d: 1_200_000 };
    const { object, problems } = generateObjects({
      dependencies: {
        'order-mysql': {
          ...needed('order-mysql'),
          schema: Object.keys(sizes).map((path) => ({ context: '', path })),
        },
      },
      read: (_context, path) => '-'.repeat(sizes[path] ?? 0),
    });
    expect(Object.keys(object('ConfigMap', 'order-mysql-schema').data as object)).toEqual(['001-a']);
    expect(Object.keys(object('ConfigMap', 'order-mysql-schema-2').data as object)).toEqual([
      '002-b',
      '003-c',
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['schema-too-large']);
  });

  test('has its character set, its settings and half of the memory as cache', () => {
    const text = at(generated.object('ConfigMap', 'order-mysql-files'), 'data') as Record<string, string>;
    expect(text['zz-drydock.cnf']).toContain(
      'character-set-server = utf8mb4\ninnodb_buffer_pool_size = 512M\n',
    );
    expect(text['zz-drydock.cnf']).toContain('sql_mode = NO_ENGINE_SUBSTITUTION\n');
  });

  test('keys that a component asks for are kept, and the Secret is defined once', () => {
    const both = generateObjects({
      components: {
        api: {
          ...planned('api'),
          secrets: [{ name: 'order-mysql-credentials', keys: [{ key: 'extra', purpose: 'x' }] }],
        },
      },
      dependencies: { 'order-mysql': needed('order-mysql') },
    });
    expect(both.kinds.filter((kind) => kind === 'Secret')).toHaveLength(1);
    expect(Object.keys(both.object('Secret', 'order-mysql-credentials').stringData as object)).toEqual([
      'extra',
      'password',
      'root-password',
    ]);
  });
});

test('a larger cache in the settings gets its memory; as much is requested as may be used', () => {
  const memoryOf = (id: string, settings: Record<string, string>): unknown => {
    const { requests, limits } = container(one(id, { settings }), id).resources as Record<
      'requests' | 'limits',
      { memory: string }
    >;
    return [requests.memory, limits.memory];
  };
  expect(memoryOf('order-mysql', {})).toEqual(['1Gi', '1Gi']);
  expect(memoryOf('order-mysql', { innodb_buffer_pool_size: '2G' })).toEqual(['4096Mi', '4096Mi']);
  expect(memoryOf('portal-postgresql', { shared_buffers: '1GB' })).toEqual(['4096Mi', '4096Mi']);
  expect(memoryOf('portal-postgresql', { shared_buffers: '8MB' })).toEqual(['1Gi', '1Gi']);
});

test('MariaDB is asked in its own words', () => {
  const generated = one('shop-mariadb');
  expect(Object.keys(variables(generated, 'shop-mariadb'))).toContain('MARIADB_ROOT_PASSWORD_FILE');
  expect(JSON.stringify(container(generated, 'shop-mariadb').readinessProbe)).toContain('mariadb-admin');
});

test('PostgreSQL knows its user and has memory to share', () => {
  const generated = one('portal-postgresql', { settings: { max_connections: '50' } });
  expect(container(generated, 'portal-postgresql').args).toEqual([
    'postgres',
    '-c',
    'max_connections=50',
    '-c',
    'shared_buffers=256MB',
  ]);
  expect(at(generated.object('ConfigMap', 'portal-postgresql-files'), 'data.passwd')).toContain(
    ':10999:10999:',
  );
});

test('Redis has a password only when the plan has a Secret', () => {
  expect(JSON.stringify(container(one('order-redis'), 'order-redis').command)).toContain('requirepass');
  const { secret: _none, ...open } = needed('order-redis');
  const generated = generateObjects({ dependencies: { 'order-redis': open } });
  expect(container(generated, 'order-redis').command).toEqual([
    'redis-server',
    '/usr/local/etc/redis/redis.conf',
  ]);
  expect(generated.kinds).not.toContain('Secret');
});

describe('an external dependency', () => {
  test('with a name is an alias', () => {
    expect(one('ledger-oracle').object('Service', 'ledger-oracle').spec).toEqual({
      type: 'ExternalName',
      externalName: 'ora1.corp.example.com',
    });
  });

  test('with an address is a Service with an endpoint', () => {
    const generated = one('ledger-ldap');
    const slice = generated.object('EndpointSlice', 'ledger-ldap');
    expect(slice.endpoints).toEqual([{ addresses: ['10.8.0.50'] }]);
    expect(at(slice, 'metadata.labels')).toMatchObject({ 'kubernetes.io/service-name': 'ledger-ldap' });
    expect(at(generated.object('Service', 'ledger-ldap'), 'spec.selector')).toBeUndefined();
  });

  test('that nobody knows the place of is a problem, and points nowhere', () => {
    const { externalHost: _none, ...lost } = needed('ledger-oracle');
    const generated = generateObjects({ dependencies: { 'ledger-oracle': lost } });
    expect(generated.problems.map(({ code }) => code)).toEqual(['external-host-unknown']);
    expect(at(generated.object('Service', 'ledger-oracle'), 'spec.externalName')).toMatch(/\.invalid$/);
  });
});

test('a product that cannot be generated is a problem', () => {
  const { problems, kinds } = one('order-mysql', { service: 'oracle' });
  expect(problems.map(({ code }) => code)).toEqual(['engine-unknown']);
  expect(kinds).toEqual([]);
});

import { describe, expect, test } from '@jest/globals';
import { planInMemory } from '../../test/plan-in-memory.js';

const pom = `<project><modelVersion>4.0.0</modelVersion>
<parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>2.7.18</version></parent>
<groupId>a</groupId><artifactId>shop</artifactId><version>1.0</version>
<dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency>
<dependency><groupId>com.mysql</groupId><artifactId>mysql-connector-j</artifactId></dependency></dependencies>
<build><plugins><plugin><groupId>org.springframework.boot</groupId><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build></project>`;

const shop = (settings: string, more: Record<string, string> = {}): Record<string, string> => ({
  'pom.xml': pom,
  'src/main/java/a/App.java':
    'package a;\n@org.springframework.boot.autoconfigure.SpringBootApplication\npublic class App { public static void main(String[] a) {} }\n',
  'src/main/resources/application.properties': settings,
  ...more,
});
const mysql =
  'spring.datasource.url=jdbc:mysql://10.0.0.5:3307/orders?useSSL=false\nspring.datasource.username=orders\nspring.datasource.password=topsecret\n';

describe('a database', () => {
  test('stays where it is, behind a Service and with a Secret of its own', async () => {
    const { plan, component, text } = await planInMemory(shop(mysql), { withDependencies: false });
    expect(plan.dependencies).toEqual({
      'shop-mysql': {
        service: 'mysql',
        serviceName: 'shop-mysql',
        port: 3307,
        database: 'orders',
        username: 'orders',
        secret: 'shop-mysql-credentials',
        usedBy: ['shop'],
        mode: 'external',
        externalHost: '10.0.0.5',
        schema: [],
      },
    });
    expect(component.dependsOn).toEqual([{ target: 'shop-mysql', port: 3307 }]);
    expect(text('shop-mysql/kubernetes/service.yaml')).toContain('shop-mysql');
  });

  test('is generated with its schema, in order, when asked', async () => {
    const { plan } = await planInMemory(
      shop(mysql, {
        'db/init.sql': "INSERT INTO t VALUES (1, 'a');\n",
        'db/schema.sql':
          'CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(8)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;\n',
      }),
    );
    const { 'shop-mysql': database } = plan.dependencies;
    expect(database).toMatchObject({ mode: 'generated', image: 'mysql', charset: 'utf8mb4', size: '10Gi' });
    expect(database?.version).toMatch(/^\d+\.\d+$/);
    expect(database?.externalHost).toBeUndefined();
    expect(database?.schema.map(({ path }) => path)).toEqual(['db/schema.sql', 'db/init.sql']);
  });

  test('that Drydock can’t run stays outside even then', async () => {
    const { plan } = await planInMemory(
      shop('spring.datasource.url=jdbc:oracle:thin:@10.0.0.6:1521:ORCL\nspring.datasource.username=shop\n'),
    );
    expect(Object.values(plan.dependencies)).toMatchObject([
      { service: 'oracle', mode: 'external', externalHost: '10.0.0.6', port: 1521, schema: [] },
    ]);
  });

  test('whose place is only the developer’s machine is asked for', async () => {
    const { plan, manual } = await planInMemory(shop(mysql.replace('10.0.0.5', 'localhost')), {
      withDependencies: false,
    });
    expect(plan.dependencies['shop-mysql']?.externalHost).toBeUndefined();
    expect(manual.join('\n')).toMatch(/mysql/);
  });

  test('of the environment that does not run is not one', async () => {
    const { plan } = await planInMemory(
      shop('', {
        'src/main/resources/application-dev.properties': mysql.replace('10.0.0.5', '127.0.0.1'),
        'src/main/resources/application-prod.properties': mysql.replace('10.0.0.5', '10.9.9.9'),
      }),
      { withDependencies: false },
    );
    expect(Object.values(plan.dependencies).map(({ externalHost }) => externalHost)).toEqual(['10.9.9.9']);
  });

  test('inside the process is none', async () => {
    const { plan, component } = await planInMemory(
      shop('spring.datasource.url=jdbc:h2:file:/data/h2/shop\n', {
        'pom.xml': pom.replace('com.mysql', 'com.h2database').replace('mysql-connector-j', 'h2'),
      }),
    );
    expect(plan.dependencies).toEqual({});
    expect(component.replicas).toBe(1);
  });
});

describe('names', () => {
  test('tell two databases of one product apart', async () => {
    const { plan } = await planInMemory(
      shop('a.datasource.url=jdbc:mysql://10.0.0.5:3306/a\nb.datasource.url=jdbc:mysql://10.0.0.6:3306/b\n'),
      { withDependencies: false },
    );
    expect(Object.keys(plan.dependencies)).toEqual(['shop-mysql', 'shop-mysql-2']);
    expect(Object.values(plan.dependencies).map(({ database }) => database)).toEqual(['a', 'b']);
  });
});

test('a cache has its own, without a password where none is known', async () => {
  const { plan, component } = await planInMemory(shop('spring.redis.host=10.0.0.7\n'));
  expect(plan.dependencies['shop-redis']).toMatchObject({
    service: 'redis',
    mode: 'generated',
    port: 6379,
    size: '1Gi',
    schema: [],
  });
  expect(component.dependsOn).toContainEqual({ target: 'shop-redis', port: 6379 });
});

test('systems over HTTP are addresses that traffic may go to', async () => {
  const { component, plan } = await planInMemory(shop('erp.url=http://10.8.2.31:8090/erp\n'));
  expect(component.egress).toContainEqual({ host: '10.8.2.31', port: 8090 });
  expect(Object.values(plan.dependencies).map(({ service }) => service)).not.toContain('http');
});

test('no plan holds the password', async () => {
  const { plan } = await planInMemory(shop(mysql));
  expect(JSON.stringify(plan)).not.toContain('topsecret');
});

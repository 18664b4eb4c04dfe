import { describe, expect, test } from '@jest/globals';
import { planInMemory, type PlannedInMemory } from '../../test/plan-in-memory.js';
import { homeOf, mountPathOf, webappFolder } from './mount-path.js';
import { environmentName, placeholderFor, secretKey } from './secret-names.js';

test.each([
  ['spring.datasource.url', 'SPRING_DATASOURCE_URL'],
  [
    'spring.datasource.druid.stat-view-servlet.login-password',
    'SPRING_DATASOURCE_DRUID_STATVIEWSERVLET_LOGINPASSWORD',
  ],
  ['servers[0].host', 'SERVERS_0_HOST'],
])('Spring reads %s from %s', (property, name) => {
  expect(environmentName(property)).toBe(name);
});

test('keys of Secrets and placeholders are what Kubernetes and the verifier take', () => {
  expect(secretKey('dbPassword')).toBe('db-password');
  expect(secretKey('spring.redis.password')).toBe('spring-redis-password');
  expect(secretKey('密码')).toBe('value');
  expect(placeholderFor('shop-secrets', 'db-password')).toBe('DRYDOCK_PLACEHOLDER_SHOP_SECRETS_DB_PASSWORD');
});

test.each([
  ['/', 'ROOT'],
  ['', 'ROOT'],
  ['/shop', 'shop'],
  ['/a/b', 'a#b'],
])('the context path %j is the folder %s', (path, folder) => {
  expect(webappFolder(path)).toBe(folder);
});

describe('a configuration file is mounted where it is read', () => {
  const war = { kind: 'war', contextPath: '/shop', home: homeOf('war', '/shop'), springBoot: false } as const;
  const jar = { kind: 'java', contextPath: '/', home: '/app', springBoot: true } as const;
  const php = { kind: 'php', contextPath: '/', home: '/var/www/html', springBoot: false } as const;
  test.each([
    [
      { path: 'x/db.properties', readFrom: 'classpath:db.properties' },
      war,
      '/usr/local/tomcat/webapps/shop/WEB-INF/classes/db.properties',
    ],
    [{ path: 'src/main/resources/a/b.xml' }, war, '/usr/local/tomcat/webapps/shop/WEB-INF/classes/a/b.xml'],
    [{ path: 'src/main/webapp/WEB-INF/web.xml' }, war, '/usr/local/tomcat/webapps/shop/WEB-INF/web.xml'],
    [{ path: 'a.properties', readFrom: '/opt/shop/conf/a.properties' }, war, '/opt/shop/conf/a.properties'],
    [{ path: 'src/main/resources/application.yml' }, jar, '/app/config/application.yml'],
    [{ path: 'src/main/resources/config/application-prod.yml' }, jar, '/app/config/application-prod.yml'],
    [{ path: 'src/main/resources/redis.properties' }, jar, '/app/BOOT-INF/classes/redis.properties'],
    [{ path: 'src/main/resources/redis.properties' }, { ...jar, springBoot: false }, undefined],
    [{ path: 'conf/other.properties' }, jar, undefined],
    [{ path: 'inc/config.php' }, php, '/var/www/html/inc/config.php'],
    [{ path: 'site/inc/config.php' }, { ...php, base: 'site' }, '/var/www/html/inc/config.php'],
  ])('%j → %s', (file, settings, path) => {
    expect(mountPathOf(file, settings)).toBe(path);
  });
});

const webXml = '<web-app version="3.1" xmlns="http://xmlns.jcp.org/xml/ns/javaee"/>';
const pom =
  '<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>shop</artifactId><version>1.0</version><packaging>war</packaging></project>';

function war(files: Record<string, string>): Promise<PlannedInMemory> {
  return planInMemory(
    { 'pom.xml': pom, 'src/main/webapp/WEB-INF/web.xml': webXml, ...files },
    { withDependencies: false },
  );
}

describe('a file with a password and an address', () => {
  const properties =
    'jdbc.url=jdbc:mysql://10.0.0.5:3306/shop\njdbc.username=shop\njdbc.password=topsecret\n';

  test('leaves the image, goes to a Secret with a placeholder, and names the Service', async () => {
    const { component, plan, text } = await war({ 'src/main/resources/jdbc.properties': properties });
    const file = component.configFiles.find(({ name }) => name === 'jdbc.properties');
    expect(file).toMatchObject({
      from: 'src/main/resources/jdbc.properties',
      mountPath: '/usr/local/tomcat/webapps/ROOT/WEB-INF/classes/jdbc.properties',
      store: 'secret',
      changes: [
        { line: 1, oldValue: '10.0.0.5', value: 'shop-mysql', secret: false },
        {
          line: 3,
          key: 'jdbc.password',
          value: 'DRYDOCK_PLACEHOLDER_SHOP_MYSQL_CREDENTIALS_PASSWORD',
          secret: true,
        },
      ],
    });
    expect(component.build?.remove).toContain('src/main/resources/jdbc.properties');
    expect(component.secrets.map(({ name }) => name)).toContain('shop-mysql-credentials');
    const secret = text('shop/kubernetes/secret.yaml');
    expect(secret).toContain('jdbc:mysql://shop-mysql:3306/shop');
    expect(secret + JSON.stringify(plan)).not.toContain('topsecret');
  });

  test('two of one name have keys of their own', async () => {
    const { component } = await war({
      'src/main/resources/a/jdbc.properties': properties,
      'src/main/resources/b/jdbc.properties': properties.replace('10.0.0.5', '10.0.0.6'),
    });
    const names = component.configFiles.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(component.configFiles.length).toBeGreaterThanOrEqual(2);
  });
});

test('a file that is the same everywhere stays in the image', async () => {
  const { component } = await war({ 'src/main/resources/labels.properties': 'title=Shop\nsize=10\n' });
  expect(component.configFiles).toEqual([]);
  expect(component.build?.remove).toEqual([]);
});

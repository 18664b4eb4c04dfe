import { describe, expect, test } from '@jest/globals';
import { planInMemory, type PlannedInMemory } from '../../test/plan-in-memory.js';
import { resolvePath } from './paths.js';

const roots = { workingDirectory: '/usr/local/tomcat', documentRoot: '/usr/local/tomcat/webapps/ROOT' };

test.each([
  ['/data/upload', '/data/upload'],
  ['/data/upload/', '/data/upload'],
  ['/data/logs/app.log', '/data/logs'],
  ['/data/v1.2/files', '/data/v1.2/files'],
  ['logs/app.log', '/usr/local/tomcat/logs'],
  ['./export', '/usr/local/tomcat/export'],
  ['../export', '/usr/local/export'],
  ['serial.dat', '/usr/local/tomcat'],
  ['webapp:/upload', '/usr/local/tomcat/webapps/ROOT/upload'],
  ['file:/data/x', '/data/x'],
  ['file:///data/x', '/data/x'],
  ['${catalina.base}/logs', '/usr/local/tomcat/logs'],
  ['${java.io.tmpdir}/x', '/tmp/x'],
  ['${user.dir}/a', '/usr/local/tomcat/a'],
  ['~/a', '/home/app/a'],
  ['/data\\mixed', '/data/mixed'],
])('%s is written in %s', (written, path) => {
  expect(resolvePath(written, roots)).toEqual({ kind: 'path', path });
});

test.each([
  ['D:\\upload', { kind: 'windows' }],
  ['d:/upload', { kind: 'windows' }],
  ['${shop.home}/logs/a.log', { kind: 'property', property: 'shop.home', below: 'logs' }],
  ['%SHOP_HOME%/data', { kind: 'property', property: 'SHOP_HOME', below: 'data' }],
  ['/data/${a}/x', { kind: 'unknown' }],
  ['/data/*.csv', { kind: 'unknown' }],
  ['', { kind: 'unknown' }],
  ['/', { kind: 'unknown' }],
])('%s leads to %j', (written, resolved) => {
  expect(resolvePath(written, roots)).toEqual(resolved);
});

/** A WAR whose one class writes to paths. */
function writing(...paths: string[]): Promise<PlannedInMemory> {
  const statements = paths.map((path) => `new FileOutputStream(${JSON.stringify(path)});`).join('\n');
  return planInMemory({
    'pom.xml':
      '<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>shop</artifactId><version>1.0</version><packaging>war</packaging></project>',
    'src/main/webapp/WEB-INF/web.xml': '<web-app version="3.1"/>',
    'src/main/java/a/A.java': `package a;\nimport java.io.*;\nclass A { void a() throws IOException {\n${statements}\n} }\n`,
  });
}

describe('volumes', () => {
  test('what must survive lies on a claim, with the reason and the line', async () => {
    const { component, plan } = await writing('/data/orders/a.csv');
    expect(component.volumes).toMatchObject([
      { name: 'orders', mountPath: '/data/orders', kind: 'claim', accessMode: 'ReadWriteOnce' },
    ]);
    const decision = plan.decisions.find(({ subject }) => subject === 'components.shop.volumes.orders.kind');
    expect(decision?.because.en).toContain('src/main/java/a/A.java:4');
  });

  test('what lies below another is a directory of it, what only shares a prefix is not', async () => {
    const { component } = await writing(
      '/data/orders/a.csv',
      '/data/orders/old/b.csv',
      '/data/orders2/c.csv',
    );
    expect(component.volumes.map(({ mountPath, directories }) => [mountPath, directories])).toEqual([
      ['/data/orders', ['old']],
      ['/data/orders2', undefined],
    ]);
  });

  test('two of one name are told apart', async () => {
    const { component } = await writing('/a/data/x.csv', '/b/data/x.csv');
    const names = component.volumes.map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
    expect(names.every((name) => /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name))).toBe(true);
  });

  test('a path of Windows is a person’s to change', async () => {
    const { component, manual } = await writing('D:\\orders\\a.csv');
    expect(component.volumes).toEqual([]);
    expect(manual.join('\n')).toContain('D:');
  });
});

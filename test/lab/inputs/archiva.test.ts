import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deletePodsAndWait } from './cluster.js';
import { decisionOf } from './decision-of.js';
import { deployTree } from './deploy-tree.js';
import type { Deployment } from './deploy-tree.js';
import { faultsOf, runMigrate } from './drydock.js';
import type { Migration } from './drydock.js';
import { fetchInput } from './fetch-input.js';
import { get, openService } from './open-service.js';

const component = 'archiva-webapp';
const services = '/restServices/redbackServices/userService';

let root: string;
let directory: string;
let migration: Migration;
let deployment: Deployment | undefined;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'archiva-'));
  directory = join(root, 'archiva');
  const war = await fetchInput('org.apache.archiva:archiva-webapp:2.1.0:war');
  migration = await runMigrate([war], directory);
});

afterAll(async () => {
  await deployment?.remove();
  await rm(root, { recursive: true, force: true });
});

test('Java, data source, mail session and directories come from the analysis, with evidence', () => {
  const { plan } = migration;
  expect([migration.exitCode, faultsOf(migration.checks)]).toEqual([0, []]);
  expect(plan.components[component]).toMatchObject({
    replicas: 1,
    runtime: { image: 'tomcat', version: '9.0', java: '8' },
    libraries: ['com.sun.mail:javax.mail:1.6.2'],
  });
  const java = decisionOf(plan, component, 'runtime.java');
  expect(java.seen).toContain('META-INF/MANIFEST.MF:7');
  expect(java.refused).toEqual([expect.stringContaining('no longer brings')]);
  expect(decisionOf(plan, component, 'jndi.jdbc/users')).toMatchObject({
    choice: 'derby',
    seen: ['WEB-INF/web.xml:141', 'WEB-INF/lib/derby-10.10.1.1.jar'],
  });
  expect(decisionOf(plan, component, 'jndi.mail/Session').seen).toContain('WEB-INF/web.xml:147');
  expect(plan.components[component]).toMatchObject({
    systemProperties: { 'appserver.base': '/data/appserver', 'appserver.home': '/data/appserver' },
    volumes: expect.arrayContaining([
      expect.objectContaining({ mountPath: '/data/appserver', kind: 'claim' }),
      expect.objectContaining({ mountPath: '/data/databases', kind: 'claim' }),
    ]),
  });
  expect(plan.manual.map(({ title }) => title.en)).toEqual([
    'Name the mail server of mail/Session',
    'Send the log to standard output',
  ]);
});

test('the interface answers, and a user created in its database survives the death of the pod', async () => {
  deployment = await deployTree(directory);
  expect(deployment.results.at(-1)?.facts?.claims).toBe('kept');
  const service = await openService(deployment, component);
  try {
    expect(await get(service, '/')).toMatchObject({
      status: 200,
      text: expect.stringContaining('<title>Apache Archiva</title>'),
    });
    const ping = await get(service, '/restServices/archivaServices/pingService/ping');
    expect([ping.status, ping.text]).toEqual([200, 'Yeah Baby It rocks!']);

    expect((await get(service, `${services}/isAdminUserExists`)).text).toBe('false');
    const admin = { username: 'admin', password: 'Lab-2026x', fullName: 'Lab', email: 'lab@example.com' };
    const created = await get(service, `${services}/createAdminUser`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...admin, validated: true, locked: false }),
    });
    expect([created.status, created.text]).toEqual([200, 'true']);

    await deletePodsAndWait(deployment, component);
    expect((await get(service, `${services}/isAdminUserExists`)).text).toBe('true');
  } finally {
    await service.close();
  }
});

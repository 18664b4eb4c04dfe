import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decisionOf } from './decision-of.js';
import { deployTree } from './deploy-tree.js';
import type { Deployment } from './deploy-tree.js';
import { faultsOf, runMigrate } from './drydock.js';
import type { Migration } from './drydock.js';
import { fetchInput } from './fetch-input.js';
import { get, openService } from './open-service.js';
import { readTree } from './read-tree.js';

let root: string;
let directory: string;
let war: string;
let migration: Migration;
let deployment: Deployment | undefined;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'wicket-'));
  directory = join(root, 'wicket');
  war = await fetchInput('org.apache.wicket:wicket-examples:9.0.0:war');
  migration = await runMigrate([war], directory);
});

afterAll(async () => {
  await deployment?.remove();
  await rm(root, { recursive: true, force: true });
});

test('it is migrated without a fault, from what the archive says', () => {
  expect([migration.exitCode, faultsOf(migration.checks)]).toEqual([0, []]);
  expect(migration.plan.manual).toEqual([]);
  const component = 'wicket-examples';
  expect(migration.plan.components[component]).toMatchObject({
    kind: 'war',
    replicas: 1,
    runtime: { image: 'tomcat', version: '9.0', java: '11' },
    jndi: [],
  });
  expect(decisionOf(migration.plan, component, 'runtime.java').seen).toContain('META-INF/MANIFEST.MF:3');
  expect(decisionOf(migration.plan, component, 'runtime.version').seen).toContain('WEB-INF/web.xml:22');
});

test('migrating again gives the same bytes', async () => {
  const again = join(root, 'again');
  await runMigrate([war], again);
  expect(await readTree(again)).toEqual(await readTree(directory));
});

test('the start page answers with its real text', async () => {
  deployment = await deployTree(directory);
  const service = await openService(deployment, 'wicket-examples');
  try {
    const page = await get(service, '/');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Live examples to learn Apache Wicket');
    expect(page.text.replace(/<[^>]*>/g, '')).toMatch(/Wicket version:\s*9\.0\.0/);
  } finally {
    await service.close();
  }
});

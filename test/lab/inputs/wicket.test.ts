import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deployTree } from './deploy-tree.js';
import type { Deployment } from './deploy-tree.js';
import { runMigrate } from './drydock.js';
import type { Migration } from './drydock.js';
import { fetchInput } from './fetch-input.js';
import { get, openService } from './open-service.js';
import { readTree } from './read-tree.js';

/** Input 1: the examples of Apache Wicket, a WAR as a binary only. */
const artifact = 'org.apache.wicket:wicket-examples:9.0.0:war';

let root: string;
let directory: string;
let war: string;
let migration: Migration;
let deployment: Deployment | undefined;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'wicket-'));
  directory = join(root, 'wicket');
  war = await fetchInput(artifact);
  migration = await runMigrate([war], directory);
});

afterAll(async () => {
  await deployment?.remove();
  await rm(root, { recursive: true, force: true });
});

test('it is migrated without a fault, from what the archive says', () => {
  expect(migration.exitCode).toBe(0);
});

test('the start page answers with its real text', async () => {
  deployment = await deployTree(directory);
  const service = await openService(deployment, 'wicket-examples');
  try {
    const page = await get(service, '/');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Live examples to learn Apache Wicket');
    expect(page.text).toContain('Wicket version: 9.0.0');
  } finally {
    await service.close();
  }
});

test('migrating again gives the same bytes', async () => {
  const before = await readTree(directory);
  await runMigrate([war], join(root, 'again', 'wicket'));
  expect(await readTree(join(root, 'again', 'wicket'))).toEqual(before);
});

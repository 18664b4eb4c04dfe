import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { deletePodsAndWait, podsOf, runIn, waitReady } from './cluster.js';
import { deployTree } from './deploy-tree.js';
import type { Deployment } from './deploy-tree.js';
import { faultsOf, runMigrate } from './drydock.js';
import { nameOf } from '../../../verifier/deploy/snapshot.js';

const sample = fileURLToPath(new URL('../../../samples/zookeeper-ensemble', import.meta.url));
const service = 'zookeeper';

let directory: string;
let deployment: Deployment;

beforeAll(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'drydock-')), 'zookeeper');
  const migration = await runMigrate([sample], directory, ['--with-dependencies']);
  expect(faultsOf(migration.checks)).toEqual([]);
  deployment = await deployTree(directory);
});

afterAll(async () => {
  await deployment.remove();
  await rm(join(directory, '..'), { recursive: true, force: true });
});

/** Follower, leader or standalone, as the server says itself; sorted. */
async function modes(): Promise<string[]> {
  const pods = await podsOf(deployment, service);
  const ask = "exec 3<>/dev/tcp/127.0.0.1/2181 && printf srvr >&3 && sed -n 's/^Mode: //p' <&3";
  const answers = await Promise.all(pods.map((pod) => runIn(deployment, nameOf(pod), ['bash', '-c', ask])));
  return answers.map((answer) => answer.trim()).sort();
}

/** Runs a command of ZooKeeper's own client against one member. Returns the lines that it prints, log lines among them. */
async function ask(pod: string, ...command: string[]): Promise<string[]> {
  const words = ['zkCli.sh', '-server', '127.0.0.1:2181', ...command];
  // A member that has just come back may still be catching up with the leader.
  for (let attempt = 1; ; attempt++) {
    try {
      const printed = await runIn(deployment, pod, words, { timeoutMs: 60_000 });
      return printed.split('\n').map((line) => line.trim());
    } catch (error) {
      if (attempt >= 5) throw error;
      await sleep(3000);
    }
  }
}

test('one leader and two followers', async () => {
  await waitReady(deployment, service, { count: 3 });
  expect(await modes()).toEqual(['follower', 'follower', 'leader']);
});

test('what was written on one member is read on it after its pod was deleted', async () => {
  await ask('zookeeper-1', 'create', '/drydock', 'written-before');
  await deletePodsAndWait(deployment, service, { pod: 'zookeeper-1' });
  expect(await ask('zookeeper-1', 'get', '/drydock')).toContain('written-before');
});

test('the ensemble forms again with its data after all pods were deleted at once', async () => {
  await deletePodsAndWait(deployment, service, { timeoutMs: 240_000 });
  expect(await modes()).toEqual(['follower', 'follower', 'leader']);
  for (const pod of ['zookeeper-0', 'zookeeper-2']) {
    expect(await ask(pod, 'get', '/drydock')).toContain('written-before');
  }
});

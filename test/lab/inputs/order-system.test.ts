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
import { get, openService } from './open-service.js';

const web = 'order-web';
const job = 'order-job';

let root: string;
let directory: string;
let migration: Migration;
let deployment: Deployment | undefined;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'order-system-'));
  directory = join(root, 'out');
  migration = await runMigrate(['samples/order-system'], directory, ['--with-dependencies']);
});

afterAll(async () => {
  await deployment?.remove();
  await rm(root, { recursive: true, force: true });
});

test('profile, addresses, zone and probes come from the analysis', () => {
  const { plan, analysis } = migration;
  expect([migration.exitCode, faultsOf(migration.checks)]).toEqual([0, []]);
  expect(plan.components[web]).toMatchObject({
    replicas: 1,
    contextPath: '/order',
    host: 'order.hengda.example',
    systemProperties: { 'user.timezone': 'Asia/Shanghai' },
    env: expect.arrayContaining([
      { name: 'ORDER_NODE_ID', value: '01' },
      { name: 'SPRING_PROFILES_ACTIVE', value: 'prod' },
    ]),
    volumes: expect.arrayContaining([
      expect.objectContaining({ mountPath: '/data/upload', kind: 'claim' }),
      expect.objectContaining({ mountPath: '/data/logs/order-web', kind: 'empty-dir' }),
    ]),
  });
  expect(decisionOf(plan, web, 'build.profile').choice).toBe('prod');
  expect(plan.components[job]).toMatchObject({
    egress: [],
    dependsOn: [
      { target: 'order-system-mysql', port: 3306 },
      { target: web, port: 8081 },
    ],
    probes: { liveness: { path: '/actuator/health/liveness', port: 'management' } },
  });
  expect(analysis.links.filter(({ by }) => by === 'host')).toMatchObject([{ from: job, to: web }]);
  expect(plan.dependencies['order-system-mysql']?.schema.map(({ path }) => path)).toEqual([
    'db/schema.sql',
    'db/init_data.sql',
  ]);
});

test('the login page counts in MySQL and Redis, and an attachment survives the death of the pod', async () => {
  deployment = await deployTree(directory);
  const service = await openService(deployment, web);
  try {
    const login = await get(service, '/order/login');
    expect([login.status, login.text]).toEqual([
      200,
      expect.stringContaining('在售商品 <b id="product-count">5</b> 种'),
    ]);
    const visits = (page: string): number => Number(/id="visits">(\d+)</.exec(page)?.[1]);
    expect(visits((await get(service, '/order/login')).text)).toBeGreaterThan(visits(login.text));

    const placed = await get(service, '/order/api/orders?customer=lab&productId=2&quantity=3', {
      method: 'POST',
    });
    expect([placed.status, placed.text]).toEqual([200, expect.stringContaining('orderNo')]);

    const body = new FormData();
    body.append('file', new Blob(['signed']), 'contract.txt');
    const path = '/order/api/orders/X1/attachment';
    const sent = await get(service, path, { method: 'POST', body });
    expect([sent.status, sent.text]).toEqual([200, '{"path":"/data/upload/X1/contract.txt"}']);

    await deletePodsAndWait(deployment, web);
    expect((await get(service, `${path}/contract.txt`)).text).toBe('signed');
    expect((await get(service, '/order/api/orders/count')).text).toBe('{"count":1}');
  } finally {
    await service.close();
  }
});

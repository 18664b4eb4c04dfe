import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deletePodsAndWait } from './cluster.js';
import { deployTree } from './deploy-tree.js';
import type { Deployment } from './deploy-tree.js';
import { faultsOf, runMigrate } from './drydock.js';
import type { Migration } from './drydock.js';
import { fetchDebian } from './fetch-debian.js';
import { get, openService } from './open-service.js';
import type { OpenService } from './open-service.js';

let directory: string;
let migration: Migration;
let deployment: Deployment;
let site: OpenService;
let component: string;

beforeAll(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'drydock-')), 'wordpress');
  migration = await runMigrate([await fetchDebian('wordpress')], directory, ['--with-dependencies']);
  expect(faultsOf(migration.checks)).toEqual([]);
  component = Object.keys(migration.plan.components).join();
  deployment = await deployTree(directory);
  site = await openService(deployment, component);
});

afterAll(async () => {
  await site.close();
  await deployment.remove();
  await rm(join(directory, '..'), { recursive: true, force: true });
});

/** A PNG of one pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const cookies = new Map<string, string>();

/** A page as a browser that keeps cookies gets it; redirects are not followed. */
async function browse(path: string, init: RequestInit = {}): Promise<{ status: number; body: Buffer }> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { cookie, connection: 'close' };
  const answer = await fetch(site.url + path, { redirect: 'manual', ...init, headers });
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    cookies.set(name, value);
  }
  return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()) };
}

const post = (path: string, fields: Readonly<Record<string, string>>) =>
  browse(path, { method: 'POST', body: new URLSearchParams(fields) });

test('the plan comes from the package alone: its places, its database, its missing configuration', () => {
  const { components, dependencies } = migration.plan;
  expect(components[component]).toMatchObject({
    kind: 'php',
    php: {
      documentRoot: '/usr/share/wordpress',
      aliases: [{ url: '/wp-content/', path: '/var/lib/wordpress/wp-content/' }],
    },
    configFiles: [{ mountPath: '/etc/wordpress/config-default.php' }],
  });
  expect(Object.values(dependencies)).toMatchObject([{ service: 'mariadb', mode: 'generated' }]);
});

test('the install page answers, and installs', async () => {
  const { status, text } = await get(site, '/wp-admin/install.php');
  expect(status).toBe(200);
  expect(text).toContain('<title>WordPress &rsaquo; Installation</title>');
  const installed = await post('/wp-admin/install.php?step=2', {
    weblog_title: 'Drydock',
    user_name: 'admin',
    admin_password: 'Kd9-test-only',
    admin_password2: 'Kd9-test-only',
    pw_weak: '1',
    admin_email: 'admin@example.com',
    Submit: '1',
    language: '',
  });
  expect(installed.body.toString()).toContain('<h1>Success!</h1>');
});

test('a picture that was uploaded is served after the pod was deleted', async () => {
  await browse('/wp-login.php');
  const login = { log: 'admin', pwd: 'Kd9-test-only', testcookie: '1' };
  expect((await post('/wp-login.php', login)).status).toBe(302);
  const page = (await browse('/wp-admin/media-new.php')).body.toString();
  const form = new FormData();
  form.set('_wpnonce', /name="_wpnonce" value="(\w+)"/.exec(page)?.[1] ?? '');
  form.set('action', 'upload-attachment');
  form.set('name', 'pixel.png');
  form.set('async-upload', new Blob([picture], { type: 'image/png' }), 'pixel.png');
  const answer = (await browse('/wp-admin/async-upload.php', { method: 'POST', body: form })).body.toString();
  const url = /"url":"([^"]+pixel[^"]*\.png)"/.exec(answer)?.[1]?.replaceAll('\\/', '/') ?? answer;
  const { pathname } = new URL(url);
  expect(pathname).toMatch(/^\/wp-content\/uploads\/\d{4}\/\d{2}\/pixel\.png$/);
  expect((await browse(pathname)).body.equals(picture)).toBe(true);

  await deletePodsAndWait(deployment, component);
  expect((await get(site, '/wp-admin/install.php')).text).toContain('<h1>Already Installed</h1>');
  expect((await browse(pathname)).body.equals(picture)).toBe(true);
});

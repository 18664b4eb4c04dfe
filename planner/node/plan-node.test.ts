import { describe, expect, test } from '@jest/globals';
import { planInMemory } from '../../test/plan-in-memory.js';

const manifest = (more: object = {}): string =>
  JSON.stringify({
    name: 'desk',
    version: '1.2.3',
    scripts: { start: 'node server.js' },
    dependencies: { express: '^4.18.0' },
    ...more,
  });
const server = "const app = require('express')();\napp.listen(process.env.PORT || 3000);\n";

const reason = async (
  planned: ReturnType<typeof planInMemory>,
  subject: string,
): Promise<string | undefined> =>
  (await planned).plan.decisions.find((one) => one.subject === subject)?.because.en;

describe('a service', () => {
  test('runs its start command, on the port it reads, as two replicas', async () => {
    const { component, text } = await planInMemory({ 'package.json': manifest(), 'server.js': server });
    expect(component).toMatchObject({
      kind: 'node',
      images: [{ name: 'desk', tag: '1.2.3' }],
      command: ['node', 'server.js'],
      ports: [{ name: 'http', port: 3000 }],
      replicas: 2,
    });
    expect(component.env).toContainEqual({ name: 'NODE_ENV', value: 'production' });
    expect(text('Dockerfile')).toContain('"node"');
  });

  test('is not process 1 when nothing in its code handles the stop signal', async () => {
    const { component, text, plan } = await planInMemory({ 'package.json': manifest(), 'server.js': server });
    expect(component.stop).toEqual({ graceSeconds: 45, preStopSeconds: 10, shareProcesses: true });
    expect(text('deployment.yaml')).toContain('shareProcessNamespace: true\n');
    expect(
      plan.decisions.find(({ subject }) => subject === 'components.desk.stop.shareProcesses')?.because.en,
    ).toContain('SIGTERM');
  });

  test('keeps its place when its code handles the stop signal', async () => {
    const planned = planInMemory({
      'package.json': manifest(),
      'server.js': `${server}process.once('SIGTERM', () => app.close());\n`,
    });
    const { component, text } = await planned;
    expect(component.stop).toEqual({ graceSeconds: 45, preStopSeconds: 10, shareProcesses: false });
    expect(text('deployment.yaml')).not.toContain('shareProcessNamespace');
    expect(await reason(planned, 'components.desk.stop.shareProcesses')).toContain('server.js:3');
  });

  test.each([
    ['>=18 <21', '20'],
    ['^22.1.0', '22'],
    ['18.x || 20.x', '20'],
  ])('engines %s run on %s', async (node, version) => {
    const planned = planInMemory({ 'package.json': manifest({ engines: { node } }), 'server.js': server });
    expect((await planned).component.runtime).toEqual({ image: 'node', version });
    expect((await planned).manual).toEqual([]);
    expect(await reason(planned, 'components.desk.runtime.version')).toContain(node);
  });

  test('engines that no image satisfies are said, and a person is asked', async () => {
    const planned = planInMemory({
      'package.json': manifest({ engines: { node: '>=4 <9' } }),
      'server.js': server,
    });
    const { component, manual } = await planned;
    expect(component.runtime.version).toBe('22');
    expect(await reason(planned, 'components.desk.runtime.version')).toMatch(/>=4 <9.*no /);
    expect(manual.join('\n')).toContain('Node.js 22');
  });

  test('installs from the lock file where there is one', async () => {
    const lock = JSON.stringify({ name: 'desk', lockfileVersion: 3, packages: {} });
    const build = { scripts: { start: 'node dist/x.js', build: 'tsc' } };
    const locked = await planInMemory({
      'package.json': manifest(build),
      'package-lock.json': lock,
      'server.js': server,
    });
    expect(locked.component.build).toMatchObject({
      tool: 'npm',
      dependencyFiles: ['package-lock.json', 'package.json'],
      resolve: [['npm', 'ci']],
      commands: [
        ['npm', 'run', 'build'],
        ['npm', 'prune', '--omit=dev'],
      ],
    });
    const open = await planInMemory({ 'package.json': manifest(build), 'server.js': server });
    expect(open.component.build?.resolve).toEqual([['npm', 'install']]);
  });

  test('secrets that it reads come from a Secret, never from the code', async () => {
    const { component, plan } = await planInMemory({
      'package.json': manifest(),
      'server.js': `${server}const secret = process.env.SESSION_SECRET || 'topsecret-1';\n`,
    });
    expect(component.env).toContainEqual({
      name: 'SESSION_SECRET',
      secret: 'desk-secrets',
      key: 'session-secret',
    });
    expect(component.secrets).toMatchObject([{ name: 'desk-secrets', keys: [{ key: 'session-secret' }] }]);
    expect(JSON.stringify(plan)).not.toContain('topsecret-1');
  });
});

test('a built front end is served by nginx, not by Node.js', async () => {
  const { component, text } = await planInMemory({
    'package.json': JSON.stringify({
      name: 'pages',
      scripts: { build: 'vite build' },
      devDependencies: { vite: '^5.0.0' },
      dependencies: { vue: '^3.0.0' },
    }),
    'index.html': '<html></html>',
  });
  expect(component).toMatchObject({
    kind: 'static',
    runtime: { image: 'nginx' },
    build: { tool: 'npm', output: 'dist' },
    ports: [{ port: 8080 }],
    replicas: 2,
    volumes: [],
  });
  expect(component.command).toBeUndefined();
  expect(text('Dockerfile')).toContain('nginx');
});

test('variables of a start command are left to a shell; without a command a person is asked', async () => {
  const start = (command: string): object => ({ scripts: { start: command } });
  const shell = await planInMemory({
    'package.json': manifest(start('node server.js --port ${PORT:=9000}')),
    'server.js': 'start();\n',
  });
  expect(shell.component.command).toEqual(['sh', '-c', 'exec node server.js --port ${PORT:=9000}']);
  expect(shell.component.ports).toMatchObject([{ port: 9000 }]);
  const unknown = await planInMemory({
    'package.json': manifest(start('wrapper --node serve')),
    'server.js': server,
  });
  expect(unknown.component.command).toBeUndefined();
  expect(JSON.stringify(unknown.plan.manual)).toContain('wrapper --node serve');
});

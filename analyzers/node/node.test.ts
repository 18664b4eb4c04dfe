import { describe, expect, test } from '@jest/globals';
import type { FactKind, UnitFact } from '../../model/fact.js';
import { createMemoryProject } from '../../workspace/memory-project.js';
import { nodeAnalyzer } from './index.js';

async function run(files: Record<string, string>) {
  const project = createMemoryProject(files);
  const result = await nodeAnalyzer.analyze(project.find(nodeAnalyzer.files), project);
  const values = <K extends FactKind>(kind: K): Extract<UnitFact, { kind: K }>[] =>
    result.facts.filter((fact): fact is Extract<UnitFact, { kind: K }> => fact.kind === kind);
  return { ...result, values };
}

const service = `{
  "name": "@acme/desk",
  "engines": { "node": ">=18" },
  "scripts": {
    "start": "NODE_ENV=production node server.js"
  },
  "dependencies": {
    "express": "^4.18.0",
    "mysql2": "^3.0.0"
  }
}
`;

describe('a service', () => {
  test('has packaging, command, framework and version at their lines', async () => {
    const { values } = await run({
      'package.json': service,
      'server.js': "require('express')().listen(8080)\n",
    });
    expect(values('packaging')).toMatchObject([
      { unit: '', value: { type: 'node', form: 'source', name: '@acme/desk' }, evidence: [{ line: 2 }] },
    ]);
    expect(values('start-option')).toMatchObject([
      { value: { option: 'node server.js', source: 'package.json scripts.start' }, evidence: [{ line: 5 }] },
    ]);
    expect(values('runtime')).toMatchObject([
      { value: { language: 'node', constraint: '>=18', basis: 'constraint' }, evidence: [{ line: 3 }] },
    ]);
    expect(values('framework')).toMatchObject([
      { value: { name: 'Express', version: '4.18.0' }, evidence: [{ line: 8 }] },
    ]);
  });

  test.each([
    ['app.listen(8080)', 8080, undefined],
    ['app.listen(process.env.PORT || 3000)', 3000, 'PORT'],
    ['const port = Number(process.env.WEB_PORT ?? 4000);\napp.listen(port)', 4000, 'WEB_PORT'],
    ["const port = parseInt(process.env.PORT || '5000', 10);\nserver.listen(port, '0.0.0.0')", 5000, 'PORT'],
    ['fastify.listen({ port: 6000 })', 6000, undefined],
  ])('finds the port in %s', async (code, port, configuredBy) => {
    const { values } = await run({
      'package.json': service,
      'server.js': `const app = require('x')();\n${code}\n`,
    });
    expect(values('port')[0]?.value).toEqual({
      port,
      protocol: 'http',
      purpose: 'application',
      ...(configuredBy === undefined ? {} : { configuredBy }),
    });
  });

  test('follows a setting into another file', async () => {
    const { values } = await run({
      'package.json': service,
      'server.js':
        "const config = require('./config');\nconst app = require('express')();\napp.listen(config.port);\n",
      'config.js': 'module.exports = {\n  port: process.env.PORT || 7000,\n};\n',
    });
    expect(values('port')).toMatchObject([
      { value: { port: 7000, configuredBy: 'PORT' }, evidence: [{ file: 'server.js', line: 3 }] },
    ]);
  });

  test('reads environment variables with defaults; a secret’s default is not shown', async () => {
    const { values, facts } = await run({
      'package.json': service,
      'server.js':
        "const a = process.env.API_URL;\nconst b = process.env['LEVEL'] || 'info';\nconst { DB_PASSWORD = 'hunter2' } = process.env;\nif (process.env.DEBUG_SQL) a();\nprocess.env.SET = 'x';\nrequire('http');\n",
    });
    expect(
      values('env-var').map((fact) => [
        fact.value.name,
        fact.value.default,
        fact.value.required,
        fact.evidence[0].line,
      ]),
    ).toEqual([
      ['API_URL', undefined, true, 1],
      ['LEVEL', 'info', false, 2],
      ['DB_PASSWORD', undefined, false, 3],
      ['DEBUG_SQL', undefined, false, 4],
    ]);
    expect(values('credential')).toMatchObject([{ value: { key: 'DB_PASSWORD', purpose: 'database' } }]);
    expect(JSON.stringify(facts)).not.toContain('hunter2');
  });

  test('finds files that it writes', async () => {
    const { values } = await run({
      'package.json': service,
      'src/store.js':
        "const fs = require('fs');\nconst path = require('path');\nfs.writeFileSync('./data/state.json', '{}');\nfs.createWriteStream(path.join(__dirname, 'logs', 'a.log'));\nmulter({ dest: 'uploads/' });\nfs.readFileSync('conf/x.json');\n",
    });
    expect(
      values('writable-path').map((fact) => [
        fact.value.path,
        fact.value.use,
        fact.value.persistent,
        fact.evidence[0].line,
      ]),
    ).toEqual([
      ['data', 'data', true, 3],
      ['src/logs', 'log', false, 4],
      ['uploads', 'upload', true, 5],
    ]);
  });

  test.each([
    ["session({ secret: 'x' })", 'memory'],
    ['session({ store: new RedisStore({ client }) })', 'redis'],
    ['session({ store: new FileStore() })', 'file'],
  ])('%s keeps sessions in %s', async (code, store) => {
    const { values } = await run({
      'package.json': service,
      'server.js': `const session = require('express-session');\napp.use(${code});\n`,
    });
    expect(values('session-state')).toMatchObject([{ value: { store }, evidence: [{ line: 2 }] }]);
  });

  test('finds routes made for probes', async () => {
    const { values } = await run({
      'package.json': service,
      'server.js':
        "const app = require('express')();\napp.get('/healthz', (q, r) => r.send('ok'));\napp.get('/ready', (q, r) => db.query('SELECT 1').then(() => r.end()));\napp.get('/orders', list);\n",
    });
    expect(values('health-endpoint').map((fact) => fact.value)).toEqual([
      { path: '/healthz', probe: 'any' },
      { path: '/ready', probe: 'readiness', checksDependencies: true },
    ]);
  });

  test('finds the database in code, and the password is not shown', async () => {
    const { values, facts } = await run({
      'package.json': service,
      'server.js':
        "const mysql = require('mysql2');\nconst pool = mysql.createPool({\n  host: process.env.DB_HOST || '10.1.1.5',\n  user: 'desk',\n  password: 'hunter2',\n  database: 'desk',\n});\nnew Redis('redis://cache.internal:6380/1');\n",
    });
    expect(values('datasource').map((fact) => [fact.value, fact.evidence[0].line])).toEqual([
      [
        {
          product: 'mysql',
          host: '10.1.1.5',
          database: 'desk',
          username: 'desk',
          embedded: false,
          configuredBy: 'DB_HOST',
        },
        3,
      ],
    ]);
    expect(values('depends-on')).toMatchObject([
      { value: { service: 'redis', host: 'cache.internal', port: 6380 } },
    ]);
    expect(values('credential')).toMatchObject([
      { value: { purpose: 'database', username: 'desk' }, evidence: [{ line: 5 }] },
    ]);
    expect(JSON.stringify(facts)).not.toContain('hunter2');
  });

  test('a driver alone tells that there is a database', async () => {
    const { values } = await run({ 'package.json': service, 'server.js': "require('express')().listen(1)" });
    expect(values('datasource')).toMatchObject([
      { value: { product: 'mysql', driver: 'mysql2' }, certainty: 'inferred', evidence: [{ line: 9 }] },
    ]);
  });

  test('comments and strings are no calls', async () => {
    const { values } = await run({
      'package.json': service,
      'server.js': "require('http');\n// app.listen(1234)\nconst s = 'app.listen(4321)';\n",
    });
    expect(values('port')).toEqual([]);
  });
});

describe('package managers', () => {
  test.each([
    [
      'pnpm-lock.yaml',
      "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      express:\n        specifier: ^4.18.0\n        version: 4.19.2\n",
      'pnpm',
    ],
    ['yarn.lock', '"express@^4.18.0":\n  version "4.19.2"\n', 'yarn'],
    ['package-lock.json', '{"packages": {"node_modules/express": {"version": "4.19.2"}}}', 'npm'],
  ])('%s', async (name, content, tool) => {
    const { values } = await run({ 'package.json': service, [name]: content, 'server.js': '' });
    expect(values('build')).toMatchObject([
      { value: { tool, file: 'package.json' }, evidence: [{ file: name }] },
    ]);
    expect(values('library').find((fact) => fact.value.name === 'express')?.value.version).toBe('4.19.2');
  });

  test('packageManager beats a lock file', async () => {
    const { values } = await run({
      'package.json': service.replace('"engines"', '"packageManager": "pnpm@9.1.0",\n  "engines"'),
      'yarn.lock': '',
    });
    expect(values('build')[0]?.value).toMatchObject({ tool: 'pnpm', version: '9.1.0' });
  });
});

describe('front ends', () => {
  const vite =
    '{"name":"ui","scripts":{"build":"vite build","start":"vite"},"dependencies":{"vue":"3.0.0"},"devDependencies":{"vite":"5.0.0"}}';

  test('are static, with the bundler’s output', async () => {
    const { values } = await run({
      'package.json': vite,
      'index.html': '',
      'src/main.ts': 'const url = import.meta.env.VITE_API;',
    });
    expect(values('packaging')).toMatchObject([{ value: { type: 'static', name: 'ui' } }]);
    expect(values('build')[0]?.value).toMatchObject({ target: 'build', output: 'dist' });
    expect(values('env-var')).toMatchObject([{ value: { name: 'VITE_API' } }]);
  });

  test('say in their configuration where they write', async () => {
    const { values } = await run({
      'web/package.json': vite,
      'web/index.html': '',
      'web/vite.config.ts': 'export default {\n  build: { outDir: "out/site" },\n};\n',
    });
    expect(values('build')[0]).toMatchObject({ unit: 'web', value: { output: 'out/site' } });
  });

  test('a script’s own flag says it too', async () => {
    const esbuild =
      '{"scripts":{"build":"esbuild src/a.ts --bundle --outdir=www"},"devDependencies":{"esbuild":"0.2.0"}}';
    const { values } = await run({ 'package.json': esbuild, 'index.html': '' });
    expect(values('build')[0]?.value.output).toBe('www');
  });
});

describe('what is no component', () => {
  test('assets of a PHP application are built, not run', async () => {
    const { values } = await run({
      'package.json': '{"scripts":{"build":"vite build"},"devDependencies":{"vite":"5.0.0","vue":"3.0.0"}}',
      'index.php': '<?php echo 1;',
      'composer.json': '{}',
    });
    expect(values('packaging')).toEqual([]);
    expect(values('build')).toMatchObject([{ value: { tool: 'npm', target: 'build' } }]);
  });

  test('a library has neither', async () => {
    const { values } = await run({
      'package.json': '{"name":"lib","main":"index.js"}',
      'index.js': 'module.exports = 1',
    });
    expect(values('packaging')).toEqual([]);
  });

  test('broken JSON is a problem', async () => {
    const { facts, problems } = await run({ 'package.json': '{"name":' });
    expect(facts).toEqual([]);
    expect(problems).toMatchObject([{ code: 'package-json-broken', file: 'package.json' }]);
  });

  test('a script that does not parse is read as far as it goes', async () => {
    const { values } = await run({
      'package.json': service,
      'server.js': "require('x');\napp.listen(3000);\nfunction ( {\n",
    });
    expect(values('port')[0]?.value.port).toBe(3000);
  });
});

test('a system of the house that code calls is needed, one on the internet is only called', async () => {
  const { values } = await run({
    'package.json': service,
    'server.js':
      "const api = process.env.ORDERS ?? 'http://10.8.0.21:8081/api';\nconst config = { orders: 'http://10.8.0.21:8081/api', pay: 'https://pay.example.com/x' };\nfetch('http://erp.internal/x');\n",
  });
  expect(values('depends-on').map(({ value }) => value)).toEqual(
    expect.arrayContaining([
      { service: 'http', host: '10.8.0.21', port: 8081 },
      { service: 'http', host: 'erp.internal', port: 80 },
    ]),
  );
  expect(values('depends-on').some(({ value }) => value.host === 'pay.example.com')).toBe(false);
});

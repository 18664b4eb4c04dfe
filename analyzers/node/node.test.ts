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

  test('a variable read as a flag, or with a default beside it, need not be set', async () => {
    const { values } = await run({
      'package.json': service,
      'server.js':
        "const a = getBoolean(process.env.TLS);\nconst b = pick(process.env.TITLE, 'Desk');\nconst c = open(process.env.STORE);\nrequire('http');\n",
    });
    expect(values('env-var').map((fact) => [fact.value.name, fact.value.required])).toEqual([
      ['TLS', false],
      ['TITLE', false],
      ['STORE', true],
    ]);
  });

  test('a start script that compiles at every start gives way to the program of the package', async () => {
    const manifest = (start: string): string =>
      JSON.stringify({
        name: '@acme/desk',
        main: './lib/library.js',
        bin: { desk: './bin/desk.js' },
        scripts: { start },
        dependencies: { express: '4.18.0' },
      });
    const commandOf = async (start: string): Promise<unknown> =>
      (await run({ 'package.json': manifest(start), 'bin/desk.js': "require('x')().listen(80);" })).values(
        'start-option',
      )[0]?.value.option;
    expect(await commandOf('babel-node src/desk')).toBe('node bin/desk.js');
    expect(await commandOf('NODE_ENV=production yarn node app.js')).toBe('node app.js');
  });

  test('the start command names the port', async () => {
    const start = 'node app.js --port ${PORT:=9000}';
    const { values } = await run({
      'package.json': JSON.stringify({ name: 'peer', scripts: { start } }),
      'app.js': 'start();\n',
    });
    expect(values('port')).toMatchObject([{ value: { port: 9000, configuredBy: 'PORT' } }]);
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

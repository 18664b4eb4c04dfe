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

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { collectFiles } from './host/collect-files.js';
import { knownVersions, loadSchemaData } from './host/schema-data/load.js';
import { isDockerfile, validate } from './validate.js';

const options = (version = '1.34') => ({
  kubernetesVersion: version,
  schema: loadSchemaData(version),
  knownVersions: knownVersions(),
});
const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });
const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';

test.each([
  ['Dockerfile', true],
  ['app/Dockerfile.prod', true],
  ['app/web.Dockerfile', true],
  ['Containerfile', true],
  ['Dockerfile.dockerignore', false],
  ['docker-compose.yml', false],
  ['Dockerfile.hbs', false],
  ['dockerfile.ts', false],
  ['test/dockerfile.test.ts', false],
  ['Dockerfile.java8', true],
])('%s is a Dockerfile: %s', (path, expected) => {
  expect(isDockerfile(path)).toBe(expected);
});

test('judges manifests and Dockerfiles, skips charts, counts other YAML, and keeps going after a broken file', () => {
  const results = validate(
    [
      file('k/broken.yaml', `${configMap}data: {\n`),
      file('k/a.yaml', configMap),
      file('k/kustomization.yaml', 'resources: [a.yaml]\n'),
      file('chart/Chart.yaml', 'apiVersion: v2\nkind: x\nname: c\n'),
      file('chart/templates/a.yaml', configMap),
      file('docker-compose.yml', 'services: {}\n'),
      file('package.json', '{}'),
      file('Dockerfile', 'FROM a\n'),
    ],
    options(),
  );
  expect(results.map(({ check, target, status }) => `${check} ${target} ${status}`)).toEqual([
    'schema chart/Chart.yaml skipped',
    'schema chart/templates/a.yaml skipped',
    'schema k/a.yaml passed',
    'schema k/broken.yaml errored',
    'schema k/kustomization.yaml passed',
    'policy Dockerfile failed',
    'policy k/a.yaml passed',
    'schema *.yaml skipped',
  ]);
  expect(results.at(-1)?.facts).toEqual({ files: 1 });
});

test('a version that there are no schemas for is skipped, never passed', () => {
  const [schema] = validate([file('a.yaml', configMap)], options('1.12'));
  expect(schema?.status).toBe('skipped');
  expect(schema?.reason?.en).toContain('1.12');
});

test('finding nothing is said', () => {
  expect(validate([], options())).toMatchObject([{ status: 'skipped', target: '*' }]);
});

test('collects from directories without following links or entering foreign trees, and reports what it can’t read', async () => {
  const root = await mkdtemp(join(tmpdir(), 'collect-'));
  try {
    await mkdir(join(root, 'app/node_modules/x'), { recursive: true });
    await writeFile(join(root, 'app/Dockerfile'), 'FROM a:1\n');
    await writeFile(join(root, 'app/b.yaml'), configMap);
    await writeFile(join(root, 'app/notes.txt'), 'x');
    await writeFile(join(root, 'app/node_modules/x/c.yaml'), configMap);
    await symlink(root, join(root, 'app/loop'));
    const { files, problems } = await collectFiles([root, join(root, 'app/b.yaml'), join(root, 'missing')]);
    expect(files.map(({ path }) => path.slice(root.length + 1))).toEqual(['app/Dockerfile', 'app/b.yaml']);
    expect(problems).toMatchObject([{ code: 'unreadable' }]);
  } finally {
    await rm(root, { recursive: true });
  }
});

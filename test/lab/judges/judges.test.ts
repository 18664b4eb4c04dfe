import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runDrydock } from '../inputs/drydock.js';
import { fetchDebian } from '../inputs/fetch-debian.js';
import { fetchInput } from '../inputs/fetch-input.js';
import { isException, unusedExceptions } from './exceptions.js';
import { installJudges } from './install-tools.js';
import type { Judges } from './install-tools.js';
import { judgeTree } from './judge-tree.js';
import type { Remark } from './judge-tree.js';

/**
 * Generated trees before judges that nobody here wrote. They are made without a mirror, as hadolint can't read a port in
 * `FROM localhost:5000/…`, and need no Docker and no cluster.
 */
let root: string;
let judges: Judges;
const remarks: Remark[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'drydock-judges-'));
  judges = await installJudges();
}, 1_800_000);
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

/** What the judges say against an application's tree that no exception covers. */
async function judge(path: string, options: readonly string[] = []): Promise<string[]> {
  const directory = await mkdtemp(join(root, 'out-'));
  const { exitCode, stderr } = await runDrydock(['migrate', path, '-o', directory, ...options]);
  if (exitCode !== 0) throw new Error(`migrate ${path}: exit ${exitCode}: ${stderr}`);
  const said = await judgeTree(directory, judges);
  remarks.push(...said);
  return said
    .filter((remark) => !isException(remark))
    .map(({ judge: who, check, kind, name, message }) => `${who} ${check} ${kind}/${name}: ${message}`);
}

const samples = readdirSync('samples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

describe('judges of generated trees', () => {
  test.each(samples)('samples/%s with dependencies', async (name) => {
    expect(
      await judge(join('samples', name), ['--with-dependencies', '--ingress-domain', 'example.com']),
    ).toEqual([]);
  });

  test.each(samples)('samples/%s with external dependencies', async (name) => {
    expect(await judge(join('samples', name))).toEqual([]);
  });

  test.each(['org.apache.wicket:wicket-examples:9.0.0:war', 'org.apache.archiva:archiva-webapp:2.1.0:war'])(
    '%s',
    async (artifact) => {
      expect(await judge(await fetchInput(artifact))).toEqual([]);
    },
  );

  test('WordPress as Debian packages it', async () => {
    expect(await judge(await fetchDebian('wordpress'), ['--with-dependencies'])).toEqual([]);
  });

  test('no exception is there for nothing', () => {
    expect(unusedExceptions(remarks)).toEqual([]);
  });
});

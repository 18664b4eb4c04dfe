import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Analysis, Application } from '../../model/analysis.js';
import { badInputs, outsideSecret, soundPom, write } from './bad-inputs.js';
import { run } from './run-in-process.js';

// The first run loads all analyzers and rules; a busy machine takes its time for that.
jest.setTimeout(60_000);

/** Bad input through the command line: a Problem that says what, where and what to do; the rest of the scan goes on. */
let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'drydock-bad-'));
  mkdirSync(join(root, 'inputs'));
  write(join(root, 'inputs/outside.txt'), outsideSecret);
  for (const [name, make] of Object.entries(badInputs)) make(join(root, 'inputs', name));
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

async function analyze(
  ...words: string[]
): Promise<{ code: number; text: string; applications: readonly Application[] }> {
  const { code, out, error } = await run('analyze', ...words, '--format', 'json', '--quiet');
  expect(error).toBe('');
  return { code, text: out, applications: (JSON.parse(out) as Analysis).applications };
}

/** Input, code of the problem, its place; the exit code is 0: bad input is no failure of the run. */
const expected: readonly (readonly [input: string, code: string, place: string])[] = [
  ['broken-pom', 'xml-invalid', 'pom.xml:3'],
  ['external-entity', 'xml-entity', 'pom.xml:3'],
  ['zip-bomb', 'archive-bomb', 'app.war!/WEB-INF/classes/application.properties'],
  ['path-traversal', 'archive-unsafe-name', 'app.war!/../../escaped.txt'],
  ['link-loop', 'link-loop', 'conf/again'],
  ['link-outside', 'link-outside', 'application.properties'],
  ['link-outside', 'link-outside', 'etc'],
  ['truncated-jar', 'archive-truncated', 'app.jar'],
  ['empty', 'directory-empty', 'PATH'],
  ['huge', 'file-too-large', 'dump.sql'],
  ['huge', 'archive-invalid', 'backup.jar'],
];

describe('bad input', () => {
  test.each(expected)('%s: %s at %s', async (input, code, place) => {
    const path = join(root, 'inputs', input);
    const { code: exit, text, applications } = await analyze(path);
    expect(exit).toBe(0);
    expect(applications).toHaveLength(1);
    const problem = applications[0]?.problems.find(
      ({ code: found, file, line }) =>
        found === code && [file, line].filter(Boolean).join(':') === place.replace('PATH', path),
    );
    expect(problem).toBeDefined();
    for (const language of ['en', 'zh-CN'] as const) {
      expect(problem?.message[language]).not.toBe('');
      expect(problem?.hint[language]).not.toBe('');
    }
    expect(problem?.message['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
    expect(text).not.toContain(outsideSecret);
  });

  test('nothing is written where an archive would like it', () => {
    expect(readdirSync(root)).toEqual(['inputs']);
    expect(existsSync(join(tmpdir(), 'escaped.txt'))).toBe(false);
  });

  test('GBK is read as what it is, without a problem', async () => {
    const { code, text, applications } = await analyze(join(root, 'inputs/gbk'));
    expect(code).toBe(0);
    expect(applications[0]?.problems).toEqual([]);
    expect(text).toContain('/data/导出/订单.csv');
  });

  test('an EAR is recognised, and nothing is made up for it', async () => {
    const { code, applications } = await analyze(join(root, 'inputs/ear/shop.ear'));
    expect(code).toBe(0);
    expect(applications[0]?.components[0]?.notGenerated?.en).toContain('EAR');
    const out = join(root, 'inputs/ear-out');
    const migrated = await run('migrate', join(root, 'inputs/ear/shop.ear'), '-o', out);
    expect(migrated).toMatchObject({ code: 1 });
    expect(migrated.out).toContain('not generated');
    expect(existsSync(join(out, 'MIGRATION.md'))).toBe(true);
    rmSync(out, { recursive: true });
  });

  test('one bad application does not keep the others from being read', async () => {
    write(join(root, 'inputs/sound/pom.xml'), soundPom);
    const paths = [...Object.keys(badInputs), 'sound'].map((name) => join(root, 'inputs', name));
    const { code, applications } = await analyze(...paths);
    expect(code).toBe(0);
    expect(applications).toHaveLength(paths.length);
    const codes = applications.flatMap(({ problems }) => problems.map((problem) => problem.code));
    expect([...new Set(codes)].sort()).toEqual([...new Set(expected.map(([, problem]) => problem))].sort());
    expect(applications.find(({ id }) => id === 'sound')?.problems).toEqual([]);
  });

  test.each([
    ['missing', 'does not exist'],
    ['outside.txt', 'is neither a directory nor an archive'],
  ])('%s is a slip of the keyboard: exit code 2', async (name, reason) => {
    for (const command of ['analyze', 'plan', 'migrate']) {
      const { code, out, error } = await run(command, join(root, 'inputs', name));
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(error).toContain(`${name} ${reason}`);
      expect(error).toContain('do: give a directory, an archive');
    }
  });
});

/** Some user other than root, for whom permissions count; undefined where we can't become one. */
const nobody = 65_534;

describe('a directory that may not be read', () => {
  const isRoot = process.getuid?.() === 0;
  const sources = fileURLToPath(new URL('../..', import.meta.url));
  const asNobody = isRoot ? { uid: nobody, gid: nobody } : {};
  const reaches =
    spawnSync(process.execPath, ['-e', "require('fs').readdirSync('cli')"], { cwd: sources, ...asNobody })
      .status === 0;
  // A checkout below root's own directory can't be run by anybody else.
  const when = reaches ? test : test.skip;

  when(
    'is a problem, and the rest is read (skipped where no other user may read this checkout)',
    () => {
      const path = join(root, 'unreadable');
      write(join(path, 'pom.xml'), soundPom);
      write(join(path, 'private/application.properties'), 'a=b');
      chmodSync(root, 0o755);
      chmodSync(join(path, 'private'), 0);
      const loader = new URL('../register-typescript.mjs', import.meta.url).href;
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--import', loader, 'cli/main.ts', 'analyze', path, '--format', 'json', '--quiet'],
        { cwd: sources, ...asNobody, encoding: 'utf8' },
      );
      chmodSync(join(path, 'private'), 0o700);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const [application] = (JSON.parse(stdout) as Analysis).applications;
      expect(application?.problems).toMatchObject([{ code: 'directory-unreadable', file: 'private' }]);
      expect(application?.components[0]?.id).toBe('shop');
    },
    60_000,
  );
});

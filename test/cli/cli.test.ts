import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runCli } from '../../cli/run-cli.js';
import type { Terminal } from '../../cli/terminal.js';
import type { Analysis } from '../../model/analysis.js';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'drydock-cli-'));
  mkdirSync(join(root, 'empty'));
  mkdirSync(join(root, 'broken'));
  writeFileSync(join(root, 'broken/pom.xml'), '<project><artifactId>shop</artifactId><packaging>war');
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

async function run(...words: string[]): Promise<{ code: number; out: string; error: string }> {
  let [out, error] = ['', ''];
  const terminal: Terminal = {
    write: (text) => (out += text),
    writeError: (text) => (error += text),
    env: { LANG: 'C' },
    interactive: false,
    errorInteractive: false,
    columns: () => 120,
  };
  const code = await runCli(words, { terminal, signal: new AbortController().signal });
  return { code, out, error };
}

describe('the command line', () => {
  test('JSON of an analysis is the same on every run, and holds no secret', async () => {
    const first = await run('analyze', 'samples/node-portal', '--format', 'json');
    const second = await run('analyze', 'samples/node-portal', '--format', 'json');
    expect(first.code).toBe(0);
    expect(second.out).toBe(first.out);
    expect(first.out).not.toContain('fake-dev-secret-0001');
    const analysis = JSON.parse(first.out) as Analysis;
    expect(analysis.schema).toBe('https://drydock.dev/schema/analysis/v1');
    expect(analysis.applications[0]?.components.map(({ path }) => path)).toEqual(['', 'front']);
  }, 60_000);

  test('--fail-on decides the exit code', async () => {
    const path = 'samples/ant-servlet';
    expect((await run('analyze', path)).code).toBe(0);
    expect((await run('analyze', path, '--fail-on', 'blocker')).code).toBe(1);
  }, 60_000);

  test('a missing path and unknown words are usage errors with a hint', async () => {
    const missing = await run('analyze', join(root, 'missing'));
    expect(missing.code).toBe(2);
    expect(missing.error).toMatch(/^error: .*missing does not exist\n do: /);
    const option = await run('analyze', '--fromat', 'json');
    expect(option).toMatchObject({
      code: 2,
      error: 'error: unknown option --fromat\n do: did you mean --format?\n',
    });
    expect((await run('analyse')).code).toBe(2);
    expect((await run('analyze', '--lang', 'fr')).code).toBe(2);
  });

  test('bad input is a problem, not a failure', async () => {
    const broken = await run('analyze', join(root, 'broken'), '--format', 'json');
    expect(broken.code).toBe(0);
    const { applications } = JSON.parse(broken.out) as Analysis;
    expect(applications[0]?.problems.map(({ file }) => file)).toContain('pom.xml');
    const empty = await run('analyze', join(root, 'empty'), '--format', 'json');
    expect(empty.code).toBe(0);
    expect(empty.out).toContain('directory-empty');
  });

  test('messages and help speak Chinese when asked', async () => {
    const { out } = await run('migrate', '--help', '--lang', 'zh-CN');
    expect(out).toContain('用法：');
    expect(out).toContain('示例：');
    expect((await run('analyze', 'nowhere', '--lang', 'zh-CN')).error).toContain('不存在');
  });
});

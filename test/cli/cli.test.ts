import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Analysis } from '../../model/analysis.js';
import { run, runWith } from './run-in-process.js';

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

  test.each([
    [['analyze', '--format', 'xml'], "--format can't be xml: it is one of text, json, sarif"],
    [['genrate'], 'unknown command genrate\n do: did you mean generate?'],
    [['verify'], 'dir is missing\n do: drydock verify --help shows what exists'],
    [
      ['validate', 'test', '--kubernetes-version', '9.9'],
      'there are no schemas for Kubernetes 9.9\n do: --kubernetes-version takes 1.',
    ],
    [['rules', 'test', 'cli'], 'there is no *.test.yaml at or below cli\n do: tests of x.yaml'],
    [['explain', 'hardcoded-jdbc'], 'there is no rule hardcoded-jdbc\n do: similar: hardcoded-jdbc-url'],
    [['generate', 'nowhere.yaml'], 'there is no plan nowhere.yaml\n do: drydock plan PATH'],
  ])('%j is a usage error that says what to do', async (words, said) => {
    const { code, out, error } = await run(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain(`error: ${said}`);
    const chinese = await run(...words, '--lang', 'zh-CN');
    expect(chinese.error).toMatch(/^错误：.*[\u4e00-\u9fff].*\n 处理：.*[\u4e00-\u9fff]/);
  });

  test('a file in the way is told with its place and what to do', async () => {
    const file = join(root, 'file');
    writeFileSync(file, '');
    const { code, error } = await run('migrate', 'samples/zookeeper-ensemble', '-o', file, '--quiet');
    expect({ code, error }).toEqual({
      code: 2,
      error: `error: ${file} exists and is no directory\n do: choose another place with -o\n`,
    });
  }, 60_000);

  test.each(['plan', 'migrate'])(
    '%s ends where no directory can be made',
    async (command) => {
      const { code, error } = await run(
        command,
        'samples/zookeeper-ensemble',
        '-o',
        '/proc/drydock/out',
        '-q',
      );
      expect(code).toBe(2);
      expect(error).toMatch(
        /^error: (no directory can be made at|no permission for) .*\n do: choose another place/,
      );
    },
    60_000,
  );

  test('the locale chooses the language; NO_COLOR and --no-color the colours', async () => {
    expect((await runWith({ env: { LANG: 'zh_CN.UTF-8' } }, 'explain', 'nothing')).error).toContain('错误：');
    const colored = await runWith({ interactive: true }, 'validate', 'test/plans');
    const escape = String.fromCharCode(27);
    expect(colored.out).toContain(escape);
    for (const place of [{ interactive: true, env: { NO_COLOR: '1' } }, { interactive: false }]) {
      expect((await runWith(place, 'validate', 'test/plans')).out).not.toContain(escape);
    }
    expect((await runWith({ interactive: true }, 'validate', 'test/plans', '--no-color')).out).not.toContain(
      escape,
    );
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

  test.each([[[]], [['rules']], [['--lang', 'en']]])('%j alone shows what exists', async (words) => {
    const { code, out, error } = await run(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain('Usage: drydock');
    expect(error).toContain('Commands:');
  });

  test('messages and help speak Chinese when asked', async () => {
    const { out } = await run('migrate', '--help', '--lang', 'zh-CN');
    expect(out).toContain('用法：');
    expect(out).toContain('示例：');
    expect(out).toContain('可选 schema、policy、dry-run、build、deploy；默认 policy');
    expect((await run('analyze', 'nowhere', '--lang', 'zh-CN')).error).toContain('不存在');
  });
});

describe('completion', () => {
  const complete = (script: string, ...words: string[]): string[] => {
    const list = words.map((word) => `'${word}'`).join(' ');
    const asked = `${script}\nCOMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _drydock; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync('bash', ['-c', asked], { encoding: 'utf8', cwd: root }).stdout.trim().split('\n');
  };

  test('offers commands, commands below them, options and their values', async () => {
    const { out: script } = await run('completion', 'bash');
    expect(complete(script, 'drydock', 'ver')).toEqual(['verify']);
    expect(complete(script, 'drydock', 'survey', 'im')).toEqual(['import']);
    expect(complete(script, 'drydock', 'survey', 'import', '--o')).toEqual(['--output']);
    expect(complete(script, 'drydock', 'verify', '--level', '')).toEqual([
      'schema',
      'policy',
      'dry-run',
      'build',
      'deploy',
    ]);
    expect(complete(script, 'drydock', 'validate', '--format', 's')).toEqual(['sarif']);
    expect(complete(script, 'drydock', 'plan', '--lang', 'z')).toEqual(['zh-CN']);
    expect(complete(script, 'drydock', 'completion', '')).toEqual(expect.arrayContaining(['bash', 'zsh']));
    expect(complete(script, 'drydock', 'analyze', 'bro')).toEqual(['broken']);
  });
});

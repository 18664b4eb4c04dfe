import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { run } from './run-in-process.js';

let root: string;
const at = (...names: string[]): string => join(root, ...names);
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'drydock-survey-'));
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

interface Imported {
  readonly forms: Readonly<Record<string, readonly { row: Record<string, unknown> }[]>>;
  readonly problems: readonly { code: string; file: string; line?: number }[];
}

async function importJson(...paths: string[]): Promise<Imported> {
  const { code, out } = await run('survey', 'import', ...paths, '--format', 'json');
  expect(code).toBe(0);
  return JSON.parse(out) as Imported;
}

describe('drydock survey', () => {
  test('workbook to YAML to workbook is the same bytes, and so is CSV', async () => {
    expect((await run('survey', 'init', '-o', at('a.xlsx'), '--lang', 'zh-CN')).code).toBe(0);
    const steps: readonly (readonly string[])[] = [
      [at('a.xlsx'), '-o', at('yaml')],
      [at('yaml'), '-o', at('csv'), '--as', 'csv'],
      [at('csv'), '-o', at('b.xlsx'), '--lang', 'zh-CN'],
    ];
    for (const words of steps) expect((await run('survey', 'import', ...words)).code).toBe(0);
    expect(readdirSync(at('yaml'))).toHaveLength(11);
    expect(Buffer.compare(readFileSync(at('a.xlsx')), readFileSync(at('b.xlsx')))).toBe(0);
    expect((await importJson(at('yaml'))).problems).toEqual([]);
  }, 60_000);

  test('never replaces a workbook that somebody may have filled in', async () => {
    writeFileSync(at('mine.xlsx'), 'mine');
    const refused = await run('survey', 'init', '-o', at('mine.xlsx'));
    expect(refused.code).toBe(2);
    expect(refused.error).toMatch(/mine\.xlsx is there already.*\n do: .*--force/);
    expect(readFileSync(at('mine.xlsx'), 'utf8')).toBe('mine');
    expect((await run('survey', 'init', '-o', at('mine.xlsx'), '--force')).code).toBe(0);
    expect(readFileSync(at('mine.xlsx')).length).toBeGreaterThan(10_000);
  }, 60_000);

  test('reads a CMDB export in GBK and says what it could not understand, with the line', async () => {
    const lines = ['服务器名称,IP地址,内存,环境', 'app-01,10.8.0.21,32G,生产', 'app-02,10.8.0.22,很大,测试'];
    writeFileSync(at('cmdb.csv'), iconv.encode(lines.join('\r\n'), 'gbk'));
    const { forms, problems } = await importJson(at('cmdb.csv'));
    expect(forms.hosts?.map(({ row }) => row)).toEqual([
      { name: 'app-01', address: ['10.8.0.21'], environment: 'production', memoryGb: 32 },
      { name: 'app-02', address: ['10.8.0.22'], environment: 'test' },
    ]);
    expect(problems).toMatchObject([{ code: 'survey-cell', file: at('cmdb.csv'), line: 3 }]);
  });

  test('shows how far the phases are', async () => {
    writeFileSync(
      at('tasks.yaml'),
      '- phase: survey\n  task: Interviews\n  due: 2020-01-31\n  owner: Li Wei\n- phase: survey\n  task: Rooms\n  state: done\n',
    );
    const { code, out } = await run('survey', 'status', at('tasks.yaml'));
    expect(code).toBe(0);
    expect(out).toMatch(/ Survey +█{5}░{5} 1\/2 +1 +0/);
    expect(out).toMatch(/ late +2020-01-31 +Interviews +Li Wei/);
  });

  test('files without an answer to any form are a usage error', async () => {
    writeFileSync(at('menu.csv'), 'Dish,Price\nSoup,3\n');
    const { code, out, error } = await run('survey', 'import', at('menu.csv'));
    expect(code).toBe(2);
    expect(out).toContain('No form of the survey has these headings');
    expect(error).toMatch(/no answer to any form.*\n do: .*survey init/);
  });
});

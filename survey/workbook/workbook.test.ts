import { describe, expect, test } from '@jest/globals';
import { Workbook } from '@cj-tech-master/excelts';
import { formList } from '../forms/forms.js';
import { importTables } from '../importing/import-tables.js';
import { entriesOf, toInventory } from '../inventory.js';
import type { AnyRow, Inventory } from '../inventory.js';
import { parseCell } from '../cells/parse-cell.js';
import { startInventory } from '../start-inventory.js';
import type { Problem } from '../../model/problem.js';
import type { Language } from '../../model/text.js';
import { readWorkbook } from './read-workbook.js';
import { writeWorkbook } from './write-workbook.js';

const languages: readonly Language[] = ['en', 'zh-CN'];

async function importBytes(bytes: Uint8Array): Promise<{ inventory: Inventory; problems: Problem[] }> {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const tables = await readWorkbook('survey.xlsx', bytes, report);
  return { inventory: importTables(tables, report), problems };
}

function rowsOf(inventory: Inventory): Readonly<Record<string, readonly AnyRow[]>> {
  return Object.fromEntries(formList.map(({ id }) => [id, entriesOf(inventory, id).map(({ row }) => row)]));
}

/** Every column of every form filled in. */
function fullInventory(): Inventory {
  return toInventory(
    new Map(
      formList.map((form) => [
        form.id,
        form.examples.map((example) => ({
          places: [],
          row: Object.fromEntries(
            form.columns.flatMap((column) => {
              const parsed = parseCell(String(example[column.id] ?? ''), column);
              return parsed.is === 'value' ? [[column.id, parsed.value] as const] : [];
            }),
          ),
        })),
      ]),
    ),
  );
}

describe('the workbook', () => {
  test.each(languages)('comes back from nobody without a problem (%s)', async (language) => {
    const start = startInventory(language);
    const { inventory, problems } = await importBytes(await writeWorkbook(start, language));
    expect(problems).toEqual([]);
    expect(rowsOf(inventory)).toEqual(rowsOf(start));
    expect(inventory.tasks).toHaveLength(16);
  });

  test.each(languages)('keeps every answer (%s)', async (language) => {
    const full = fullInventory();
    const { inventory, problems } = await importBytes(await writeWorkbook(full, language));
    expect(problems).toEqual([]);
    expect(rowsOf(inventory)).toEqual(rowsOf(full));
    for (const form of formList) expect(entriesOf(inventory, form.id)).toHaveLength(1);
  });

  test('is the same bytes every time', async () => {
    const [first, second] = [
      await writeWorkbook(fullInventory(), 'zh-CN'),
      await writeWorkbook(fullInventory(), 'zh-CN'),
    ];
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
  });

  test('offers lists, hints and checks, and freezes the headings', async () => {
    const workbook = new Workbook();
    await workbook.xlsx.load(await writeWorkbook(startInventory('en'), 'en'));
    const sheet = workbook.getWorksheet('Hosts');
    const at =
      formList.find(({ id }) => id === 'hosts')?.columns.findIndex(({ id }) => id === 'environment') ?? 0;
    const validation = sheet?.getCell(4, at + 1).dataValidation;
    expect(validation).toMatchObject({ type: 'list', prompt: 'Production, test, disaster recovery' });
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet?.pageSetup.printTitlesRow).toBe('3:3');
    expect(workbook.getWorksheet('Lists')?.state).toBe('hidden');
  });
});

describe('readWorkbook', () => {
  test('reads merged cells, rich text, results of formulas and days', async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('主机情况');
    sheet.addRows([
      ['主机数量统计表', null, null, null],
      ['机房', '环境类型', 'PC Server 数量', '虚拟机数量'],
      ['主机房', '生产', { formula: '20+20', result: 40 }, 210],
      [null, { richText: [{ text: '测' }, { text: '试' }] }, { formula: 'A1' }, 30],
    ]);
    sheet.mergeCells('A1:D1');
    sheet.mergeCells('A3:A4');
    const { inventory, problems } = await importBytes(await workbook.xlsx.writeBuffer());
    expect(inventory['host-counts'].map(({ row }) => row)).toEqual([
      { room: '主机房', environment: 'production', rackServers: 40, virtualMachines: 210 },
      { room: '主机房', environment: 'test', virtualMachines: 30 },
    ]);
    expect(problems.map(({ code, line }) => ({ code, line }))).toEqual([{ code: 'survey-formula', line: 4 }]);
    expect(problems[0]?.message.en).toContain('C4');
  });

  test.each([
    [
      'a truncated file',
      'workbook-invalid',
      async () => (await writeWorkbook(startInventory('en'), 'en')).subarray(0, 4000),
    ],
    ['no workbook at all', 'workbook-invalid', () => Promise.resolve(Buffer.from('hello'))],
    [
      'a password',
      'workbook-encrypted',
      () =>
        Promise.resolve(
          Buffer.concat([
            Buffer.from('d0cf11e0a1b11ae1', 'hex'),
            Buffer.alloc(600),
            Buffer.from('EncryptedPackage', 'utf16le'),
          ]),
        ),
    ],
    [
      'Excel 97',
      'workbook-old',
      () => Promise.resolve(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])),
    ],
  ])('reports %s', async (_, code, make) => {
    const { problems } = await importBytes(await make());
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });
});

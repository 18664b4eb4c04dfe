import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { UsageError } from '../../model/errors.js';
import { sortBy } from '../../model/order.js';
import type { Problem } from '../../model/problem.js';
import type { Language } from '../../model/text.js';
import { readCsv, writeCsv } from '../../survey/directory/csv.js';
import { readYaml, writeYaml } from '../../survey/directory/yaml.js';
import { formList } from '../../survey/forms/forms.js';
import { importTables } from '../../survey/importing/import-tables.js';
import { entriesOf } from '../../survey/inventory.js';
import type { Inventory } from '../../survey/inventory.js';
import type { Table } from '../../survey/tables/table.js';
import { readWorkbook } from '../../survey/workbook/read-workbook.js';
import { writeWorkbook } from '../../survey/workbook/write-workbook.js';
import { decodeText } from '../../workspace/encoding.js';
import { surveyTexts as texts } from '../texts/survey.js';

const workbookEndings = ['.xlsx', '.xlsm', '.xls'];
const textEndings = ['.csv', '.tsv', '.yaml', '.yml'];

/**
 * Reads workbooks, CSV and YAML files, and directories of them, into one inventory.
 *
 * @throws UsageError for a path that is none of these.
 */
export async function readInventory(
  paths: readonly string[],
): Promise<{ inventory: Inventory; problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const tables: Table[] = [];
  for (const file of paths.flatMap(listFiles)) tables.push(...(await readTables(file, report)));
  return { inventory: importTables(tables, report), problems };
}

function listFiles(path: string): readonly string[] {
  const isKnown = (name: string): boolean =>
    [...workbookEndings, ...textEndings].includes(extname(name).toLowerCase());
  if (!statSync(path).isDirectory()) {
    if (isKnown(path)) return [path];
    throw new UsageError(texts.notAnInventory(path), { hint: texts.nothingHint() });
  }
  // `~$…` is the lock of a workbook that somebody has open.
  const names = readdirSync(path).filter((name) => isKnown(name) && !name.startsWith('~$'));
  return sortBy(names, (name) => [name]).map((name) => join(path, name));
}

async function readTables(file: string, report: (problem: Problem) => void): Promise<readonly Table[]> {
  const bytes = readFileSync(file);
  const ending = extname(file).toLowerCase();
  if (workbookEndings.includes(ending)) return readWorkbook(file, bytes, report);
  const given = { file, name: basename(file, extname(file)), text: decodeText(bytes)?.text ?? '' };
  return [ending === '.csv' || ending === '.tsv' ? readCsv(given, report) : readYaml(given, report)];
}

/** How an inventory is kept: one workbook, or a directory with a file for each form. */
export type InventoryForm = 'xlsx' | 'yaml' | 'csv';

/** Where an inventory is written and how. */
export interface InventoryTarget {
  readonly path: string;
  readonly form: InventoryForm;
  readonly language: Language;
  /** Files that are there may be replaced. */
  readonly force: boolean;
}

/** `survey.xlsx` is a workbook, any other name a directory. */
export function formOf(path: string, asked: string | undefined): InventoryForm {
  if (asked === 'csv' || asked === 'yaml' || asked === 'xlsx') return asked;
  return extname(path).toLowerCase() === '.xlsx' ? 'xlsx' : 'yaml';
}

/**
 * Writes an inventory; answers the files.
 *
 * @throws UsageError when that would replace a file, unless `force` is set.
 */
export async function writeInventory(
  inventory: Inventory,
  target: InventoryTarget,
): Promise<readonly string[]> {
  const files =
    target.form === 'xlsx'
      ? [{ path: target.path, content: await writeWorkbook(inventory, target.language) }]
      : formList.map((form) => ({
          path: join(target.path, `${form.id}.${target.form}`),
          content:
            target.form === 'csv'
              ? writeCsv(form, entriesOf(inventory, form.id))
              : writeYaml(form, entriesOf(inventory, form.id), target.language),
        }));
  const taken = target.force ? undefined : files.find(({ path }) => existsSync(path));
  if (taken) throw new UsageError(texts.exists(taken.path), { hint: texts.existsHint() });
  for (const { path, content } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return files.map(({ path }) => path);
}

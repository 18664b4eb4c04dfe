import { Workbook } from '@cj-tech-master/excelts';
import type { Cell, CellValue, Worksheet } from '@cj-tech-master/excelts';
import type { Problem } from '../../model/problem.js';
import { importTexts as texts } from '../importing/texts.js';
import { columnLetters } from '../tables/table.js';
import type { Table, TableRow } from '../tables/table.js';
import { inspectContainer } from './inspect-container.js';

/**
 * Reads the visible sheets of a workbook (.xlsx, .xlsm) as tables. Merged cells count once for a row and for every row of a
 * column; formulas give the result that was stored with them. What is not a workbook gives a problem and no table.
 */
export async function readWorkbook(
  file: string,
  bytes: Uint8Array,
  report: (problem: Problem) => void,
): Promise<readonly Table[]> {
  const fault = inspectContainer(bytes);
  if (fault) {
    report({ code: fault.code, file, ...fault.said });
    if (fault.fatal) return [];
  }
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report({ code: 'workbook-invalid', file, ...texts.notAWorkbook(reason) });
    return [];
  }
  return workbook.worksheets
    .filter(({ state }) => state === 'visible')
    .map((sheet) => readSheet(file, sheet, report));
}

function readSheet(file: string, sheet: Worksheet, report: (problem: Problem) => void): Table {
  const rows: TableRow[] = [];
  sheet.eachRow((row, number) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      const text = textOf(cell);
      if (text === undefined)
        report({
          code: 'survey-formula',
          file: `${file}!${sheet.name}`,
          line: number,
          ...texts.formula(`${columnLetters(column - 1)}${number}`),
        });
      cells[column - 1] = text ?? '';
    });
    rows.push({ number, cells });
  });
  return { file, name: sheet.name, rows, addressing: 'cells' };
}

/** Undefined for a formula without a result. */
function textOf(cell: Cell): string | undefined {
  // A cell merged downwards stands for every row; one merged across says it once.
  if (cell.isMerged && cell.master.col !== cell.col) return '';
  return valueText(cell.value);
}

function valueText(value: CellValue): string | undefined {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dayOf(value);
  if (typeof value !== 'object') return typeof value === 'number' ? plainNumber(value) : String(value);
  if ('formula' in value || 'sharedFormula' in value)
    return value.result === undefined ? undefined : valueText(value.result);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return value.error;
  if ('text' in value) return valueText(value.text);
  return '';
}

function dayOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** Without exponents and without the noise of binary fractions. */
function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  return Math.abs(rounded) >= 1e21
    ? String(rounded)
    : rounded.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 12 });
}

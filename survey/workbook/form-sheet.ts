import type { DataValidation, Workbook, Worksheet } from '@cj-tech-master/excelts';
import { inLanguage } from '../../model/text.js';
import type { Language } from '../../model/text.js';
import { printCell } from '../cells/print-cell.js';
import type { Column, Form } from '../forms/form.js';
import { formList } from '../forms/forms.js';
import type { AnyEntry } from '../inventory.js';
import { columnLetters } from '../tables/table.js';
import type { ListRanges } from './lists-sheet.js';
import { style } from './style.js';
import { workbookTexts as texts } from './texts.js';

/** Rows that lists and checks reach to, below the filled ones. */
const emptyRows = 500;

/** Of a column that says nothing else, in characters. */
const standardWidth = 14;

/** Headings stand in the third row, below the title and the purpose. */
const headingRow = 3;

/** Adds a form's sheet with its rows. */
export function addFormSheet(
  workbook: Workbook,
  form: Form,
  { entries, lists, language }: { entries: readonly AnyEntry[]; lists: ListRanges; language: Language },
): void {
  const sheet = workbook.addWorksheet(inLanguage(form.title, language), {
    views: [{ state: 'frozen', xSplit: 1, ySplit: headingRow, showGridLines: false }],
  });
  const last = headingRow + entries.length + emptyRows;
  addHead(sheet, form, language);
  for (const { row } of entries) {
    sheet.addRow(
      form.columns.map((column) => {
        const value = row[column.id];
        return value === undefined ? null : toCell(value, column, language);
      }),
    );
  }
  for (const [at, column] of form.columns.entries()) {
    const letter = columnLetters(at);
    sheet.dataValidations.add(
      `range:${letter}${headingRow + 1}:${letter}${last}`,
      validate(column, { lists, language }),
    );
    shape(sheet, { column, at, rows: entries.length });
  }
  setUpPage(sheet, form, { last: headingRow + Math.max(entries.length, 20), language });
}

function addHead(sheet: Worksheet, form: Form, language: Language): void {
  sheet.addRow([inLanguage(form.title, language)]).height = 26;
  sheet.getCell(1, 1).font = style.title;
  sheet.addRow([inLanguage(form.purpose, language)]);
  sheet.getCell(2, 1).font = style.purpose;
  const row = sheet.addRow(form.columns.map(({ title }) => inLanguage(title, language)));
  row.height = 44;
  form.columns.forEach((column, at) => {
    const cell = row.getCell(at + 1);
    cell.font = style.heading;
    cell.fill = column.required === true ? style.requiredFill : style.headingFill;
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
    cell.border = style.borders;
  });
}

function toCell(
  value: string | number | readonly string[],
  column: Column,
  language: Language,
): string | number | Date {
  return column.type === 'date' && typeof value === 'string'
    ? new Date(`${value}T00:00:00Z`)
    : printCell(value, column, language);
}

function shape(sheet: Worksheet, { column, at, rows }: { column: Column; at: number; rows: number }): void {
  sheet.getColumn(at + 1).width = column.width ?? standardWidth;
  for (let row = headingRow + 1; row <= headingRow + Math.max(rows, 20); row++) {
    const cell = sheet.getCell(row, at + 1);
    cell.border = style.borders;
    cell.alignment = { vertical: 'top', wrapText: column.type === 'text' || column.type === 'list' };
    if (column.type === 'date') cell.numFmt = 'yyyy-mm-dd';
    if (column.type === 'number') cell.numFmt = column.integer === true ? '#,##0' : '#,##0.##';
  }
}

/** What a column's cells may hold: a fixed list is kept to, names of other sheets are only offered. */
function validate(
  column: Column,
  { lists, language }: { lists: ListRanges; language: Language },
): DataValidation {
  const say = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: inLanguage(column.title, language).slice(0, 32),
    prompt: inLanguage(column.hint, language),
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: inLanguage(column.title, language).slice(0, 32),
  };
  const range = column.type === 'choice' ? lists.get(column.choices) : referredRange(column, language);
  if (range !== undefined) {
    const style = column.type === 'choice' ? 'stop' : 'information';
    return {
      ...say,
      type: 'list',
      formulae: [range],
      errorStyle: style,
      showErrorMessage: column.type === 'choice',
      error: inLanguage(texts.notInList, language),
    };
  }
  switch (column.type) {
    case 'number':
      return {
        ...say,
        type: 'decimal',
        operator: 'greaterThanOrEqual',
        formulae: [0],
        errorStyle: 'warning',
        error: inLanguage(texts.notANumber, language),
      };
    case 'date':
      return {
        ...say,
        type: 'date',
        operator: 'greaterThan',
        formulae: [new Date(Date.UTC(1950, 0, 1))],
        errorStyle: 'warning',
        error: inLanguage(texts.notADay, language),
      };
    default:
      return { ...say, type: 'any', showErrorMessage: false };
  }
}

/** The names on another sheet, for a cell that holds one of them. */
function referredRange(column: Column, language: Language): string | undefined {
  if (column.type !== 'text' || column.refersTo === undefined) return undefined;
  const form = formList.find(({ id }) => id === column.refersTo);
  const at = form?.columns.findIndex(({ required }) => required === true) ?? -1;
  if (!form || at < 0) return undefined;
  const letter = columnLetters(at);
  return `'${inLanguage(form.title, language)}'!$${letter}$${headingRow + 1}:$${letter}$${headingRow + emptyRows}`;
}

/** Paper sizes of ECMA-376, 18.3.1.63. */
const [a4, a3] = [9, 8];

/** More characters than a landscape A4 page can hold in a size that is read. */
function isWide({ columns }: Form): boolean {
  return columns.reduce((sum, { width = standardWidth }) => sum + width, 0) > 190;
}

function setUpPage(
  sheet: Worksheet,
  form: Form,
  { last, language }: { last: number; language: Language },
): void {
  const lastColumn = columnLetters(form.columns.length - 1);
  sheet.autoFilter = { from: { row: headingRow, column: 1 }, to: { row: last, column: form.columns.length } };
  Object.assign(sheet.pageSetup, {
    orientation: 'landscape',
    paperSize: isWide(form) ? a3 : a4,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${headingRow}:${headingRow}`,
    printArea: `A1:${lastColumn}${last}`,
    margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  });
  sheet.headerFooter.oddFooter = `&L${inLanguage(form.title, language)}&R${inLanguage(texts.page, language)}`;
}

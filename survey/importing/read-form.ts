import type { Problem } from '../../model/problem.js';
import { comparable } from '../cells/normalize.js';
import { parseCell } from '../cells/parse-cell.js';
import type { AnyEntry, Value } from '../inventory.js';
import { addressOf } from '../tables/table.js';
import type { Table, TableRow } from '../tables/table.js';
import type { Match } from './match-form.js';
import { importTexts as texts } from './texts.js';

/** Sums between and below the rows are no rows. */
const totals = new Set(
  ['total', 'totals', 'sum', 'subtotal', 'grand total', '合计', '总计', '小计', '共计', '汇总'].map(
    comparable,
  ),
);

/** Reads a table's rows as a form's entries. What can't be understood is reported with its cell, and the rest kept. */
export function readForm(table: Table, match: Match, report: (problem: Problem) => void): AnyEntry[] {
  reportUnknownColumns(table, match, report);
  const isHeading = createHeadingTest(table.rows[match.headerAt]);
  return table.rows.slice(match.headerAt + 1).flatMap((row): AnyEntry[] => {
    if (row.cells.every((cell) => cell.trim() === '')) return [];
    if (isTotal(row) || isHeading(row)) return [];
    const entry = readRow(table, row, match, report);
    return entry ? [entry] : [];
  });
}

function readRow(
  table: Table,
  row: TableRow,
  { form, columns }: Match,
  report: (problem: Problem) => void,
): AnyEntry | undefined {
  const values: Record<string, Value> = {};
  columns.forEach((column, at) => {
    const written = row.cells[at] ?? '';
    if (!column || written === '') return;
    const parsed = parseCell(written, column);
    if (parsed.is === 'value') values[column.id] = parsed.value;
    else if (parsed.is === 'not-understood')
      report({
        code: 'survey-cell',
        ...placeOf(table, row),
        ...texts.cell(addressOf(table, row.number, at), written, column),
      });
  });
  if (Object.keys(values).length === 0) return undefined;
  const missing = form.columns.filter(
    (column) => column.required === true && values[column.id] === undefined,
  );
  if (missing.length > 0) {
    const content = row.cells.filter((cell) => cell.trim() !== '').join(' | ');
    const said = texts.incomplete(String(row.number), missing, content);
    report({ code: 'survey-row', ...placeOf(table, row), ...said });
    return undefined;
  }
  const ordered = form.columns.flatMap(({ id }) => {
    const value = values[id];
    return value === undefined ? [] : [[id, value] as const];
  });
  return {
    row: Object.fromEntries(ordered),
    places: [{ file: table.file, sheet: table.name, row: row.number }],
  };
}

function reportUnknownColumns(
  table: Table,
  { form, headerAt, columns }: Match,
  report: (problem: Problem) => void,
): void {
  const header = table.rows[headerAt];
  if (!header) return;
  header.cells.forEach((heading, at) => {
    if (heading.trim() === '' || columns[at]) return;
    const filled = table.rows.slice(headerAt + 1).filter((row) => (row.cells[at] ?? '').trim() !== '').length;
    if (filled === 0) return;
    const said = texts.unknownColumn(addressOf(table, header.number, at), heading, filled, form);
    report({ code: 'survey-column', ...placeOf(table, header), ...said });
  });
}

/** `合计` in the first cell that says anything, or in any cell beside nothing but numbers. */
function isTotal(row: TableRow): boolean {
  const filled = row.cells.map(comparable).filter((cell) => cell !== '');
  const words = filled.filter((cell) => !/^[\d.%]+$/.test(cell));
  return totals.has(filled[0] ?? '') || (words.length > 0 && words.every((word) => totals.has(word)));
}

/** Headings are repeated on every page of some exports. */
function createHeadingTest(header: TableRow | undefined): (row: TableRow) => boolean {
  const headings = (header?.cells ?? []).map(comparable);
  return ({ cells }) => headings.every((heading, at) => heading === comparable(cells[at] ?? ''));
}

function placeOf(table: Table, row: TableRow): Pick<Problem, 'file' | 'line'> {
  const file = table.addressing === 'cells' ? `${table.file}!${table.name}` : table.file;
  return { file, line: row.number };
}

import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Problem } from '../../model/problem.js';
import type { Form } from '../forms/form.js';
import { importTexts as texts } from '../importing/texts.js';
import type { AnyEntry } from '../inventory.js';
import type { Table } from '../tables/table.js';

/** A form's rows as CSV (RFC 4180), headed by the columns' ids. Cells that a spreadsheet would take for a formula get an apostrophe. */
export function writeCsv(form: Form, entries: readonly AnyEntry[]): string {
  const rows = entries.map(({ row }) =>
    form.columns.map(({ id }) => {
      const value = row[id];
      return typeof value === 'object' ? value.join('; ') : (value ?? '');
    }),
  );
  return stringify([form.columns.map(({ id }) => id), ...rows], {
    escape_formulas: true,
    record_delimiter: '\n',
  });
}

/** Reads CSV with commas, semicolons or tabs between the cells. `name` is what the table is called. */
export function readCsv(
  { file, name, text }: { file: string; name: string; text: string },
  report: (problem: Problem) => void,
): Table {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: findDelimiter(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as readonly { record: readonly string[]; info: { lines: number } }[];
    const rows = records.map(({ record, info }) => ({
      number: info.lines,
      cells: record.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')),
    }));
    return { file, name, rows, addressing: 'lines' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report({ code: 'csv-invalid', file, ...texts.notAWorkbook(reason) });
    return { file, name, rows: [], addressing: 'lines' };
  }
}

/** The one that stands most often in the first line. */
function findDelimiter(text: string): string {
  const [head = ''] = text.split('\n', 1);
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

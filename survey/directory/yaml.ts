import { isMap, isScalar, isSeq, LineCounter, parseDocument, stringify } from 'yaml';
import type { Problem } from '../../model/problem.js';
import { inLanguage } from '../../model/text.js';
import type { Language } from '../../model/text.js';
import type { Form } from '../forms/form.js';
import { importTexts as texts } from '../importing/texts.js';
import type { AnyEntry } from '../inventory.js';
import type { Table, TableRow } from '../tables/table.js';

/** A form's rows as a YAML list, keys in the order of the form's columns; above them what the keys mean. */
export function writeYaml(form: Form, entries: readonly AnyEntry[], language: Language): string {
  const keys = form.columns.map((column) => {
    const answers = column.type === 'choice' ? `: ${column.choices.map(({ id }) => id).join(' | ')}` : '';
    const mark = column.required === true ? ' *' : '';
    return `#   ${column.id}${mark}  ${inLanguage(column.title, language)}${answers}`;
  });
  const head = [`# ${inLanguage(form.title, language)}: ${inLanguage(form.purpose, language)}`, ...keys].join(
    '\n',
  );
  return `${head}\n${writeRows(form, entries)}`;
}

function writeRows(form: Form, entries: readonly AnyEntry[]): string {
  return entries.length === 0
    ? '[]\n'
    : stringify(
        entries.map(({ row }) =>
          Object.fromEntries(
            form.columns.flatMap(({ id }) => {
              const value = row[id];
              return value === undefined ? [] : [[id, value] as const];
            }),
          ),
        ),
        { lineWidth: 0 },
      );
}

/** Reads a YAML list of rows as a table: its first row is their keys. */
export function readYaml(
  { file, name, text }: { file: string; name: string; text: string },
  report: (problem: Problem) => void,
): Table {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  const list: unknown = document.contents;
  if (error || (list !== null && !isSeq(list))) {
    const line = error ? lines.linePos(error.pos[0]).line : 1;
    report({ code: 'yaml-invalid', file, line, ...texts.badYaml(error?.message.split('\n')[0] ?? '') });
    return { file, name, rows: [], addressing: 'lines' };
  }
  const records = (isSeq(list) ? list.items : []).flatMap((item) =>
    isMap(item)
      ? [
          {
            number: lines.linePos(item.range?.[0] ?? 0).line,
            cells: new Map(
              item.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', cellOf(value)]),
            ),
          },
        ]
      : [],
  );
  const keys = [...new Set(records.flatMap(({ cells }) => [...cells.keys()]))];
  const rows = records.map(({ number, cells }): TableRow => ({
    number,
    cells: keys.map((key) => cells.get(key) ?? ''),
  }));
  return { file, name, rows: [{ number: 1, cells: keys }, ...rows], addressing: 'lines' };
}

/** Scalars as they are written, lists with a separator between their items. */
function cellOf(value: unknown): string {
  if (isSeq(value)) return value.items.map(cellOf).join('\n');
  if (!isScalar(value) || value.value === null) return '';
  return typeof value.value === 'string' ? value.value : (value.source ?? '');
}

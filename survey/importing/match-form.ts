import { comparable } from '../cells/normalize.js';
import type { Column, Form } from '../forms/form.js';
import { formList } from '../forms/forms.js';
import type { Table, TableRow } from '../tables/table.js';

/** How a table's columns were understood. */
export interface Match {
  readonly form: Form;
  /** Index of the row with the headings among the table's rows. */
  readonly headerAt: number;
  /** By position, the form's column; undefined for a heading that no column has. */
  readonly columns: readonly (Column | undefined)[];
}

/** Rows above the headings: titles, dates, who filled it in. */
const headerSearchRows = 30;

/** Sheets that a workbook of ours has besides its forms. */
const companions = new Set(['说明', 'guide', '填写示例', 'examples', '选项', 'lists'].map(comparable));

/** True for the guide, the examples and the lists of a workbook. */
export function isCompanion(table: Table): boolean {
  return companions.has(comparable(table.name));
}

/** Finds the form that a table answers, by its name and its headings; undefined when it is none. */
export function matchForm(table: Table): Match | undefined {
  const named = formList.find((form) => namesOf(form).includes(comparable(table.name)));
  let best: (Match & { score: number }) | undefined;
  for (const [headerAt, row] of table.rows.slice(0, headerSearchRows).entries()) {
    for (const form of formList) {
      const match = matchRow(row, form);
      if (!isEnough(match, form, form === named)) continue;
      const score = match.filter(Boolean).length + (form === named ? 5 : 0);
      if (!best || score > best.score) best = { form, headerAt, columns: match, score };
    }
  }
  return best;
}

function namesOf({ id, title, aliases = [] }: Form | Column): readonly string[] {
  return [id, title.en, title['zh-CN'], ...aliases].map(comparable);
}

function matchRow(row: TableRow, form: Form): readonly (Column | undefined)[] {
  const left = new Set(form.columns);
  const texts = row.cells.map(comparable);
  const columns = texts.map((text): Column | undefined => {
    const exact = text === '' ? undefined : form.columns.find((column) => titlesOf(column).includes(text));
    return exact && left.delete(exact) ? exact : undefined;
  });
  return texts.map((text, at) => {
    if (columns[at] ?? text === '') return columns[at];
    const other = [...left].find((column) => namesOf(column).includes(text));
    return other && left.delete(other) ? other : undefined;
  });
}

function titlesOf({ id, title }: Column): readonly string[] {
  return [id, title.en, title['zh-CN']].map(comparable);
}

/** One column that fits by chance makes no form: its required ones must be there, and one more. */
function isEnough(match: readonly (Column | undefined)[], form: Form, isNamed: boolean): boolean {
  const found = new Set(match.flatMap((column) => (column ? [column.id] : [])));
  const required = form.columns.filter((column) => column.required === true);
  const hasRequired = required.every(({ id }) => found.has(id));
  return found.size >= (isNamed ? 1 : 3) && (hasRequired || (isNamed && found.size >= 2));
}

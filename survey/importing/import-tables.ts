import type { Problem } from '../../model/problem.js';
import { formList } from '../forms/forms.js';
import { toInventory } from '../inventory.js';
import type { AnyEntry, Inventory } from '../inventory.js';
import type { Table } from '../tables/table.js';
import { isCompanion, matchForm } from './match-form.js';
import { mergeEntries } from './merge.js';
import { readForm } from './read-form.js';
import { importTexts as texts } from './texts.js';

/** Reads the tables of one or of several people's workbooks into one inventory; what is not understood is reported. */
export function importTables(tables: readonly Table[], report: (problem: Problem) => void): Inventory {
  const entries = new Map<string, AnyEntry[]>();
  for (const table of tables) {
    if (isCompanion(table) || isEmpty(table)) continue;
    const match = matchForm(table);
    if (!match) {
      const file = table.addressing === 'cells' ? `${table.file}!${table.name}` : table.file;
      report({ code: 'survey-table', file, ...texts.unknownTable(table.name) });
      continue;
    }
    entries.set(match.form.id, [...(entries.get(match.form.id) ?? []), ...readForm(table, match, report)]);
  }
  return toInventory(
    new Map(formList.map((form) => [form.id, mergeEntries(form, entries.get(form.id) ?? [], report)])),
  );
}

function isEmpty(table: Table): boolean {
  return table.rows.every(({ cells }) => cells.every((cell) => cell.trim() === ''));
}

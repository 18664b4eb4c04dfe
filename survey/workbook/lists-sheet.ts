import type { Workbook } from '@cj-tech-master/excelts';
import { inLanguage } from '../../model/text.js';
import type { Language } from '../../model/text.js';
import type { Choice } from '../forms/form.js';
import { formList } from '../forms/forms.js';
import { columnLetters } from '../tables/table.js';
import { workbookTexts as texts } from './texts.js';

/** Ranges of cells that hold the titles of a column's choices. */
export type ListRanges = ReadonlyMap<readonly Choice[], string>;

/** Adds the hidden sheet with all choices: a list inside a validation is limited to 255 characters. */
export function addListsSheet(workbook: Workbook, language: Language): ListRanges {
  const name = inLanguage(texts.lists, language);
  const sheet = workbook.addWorksheet(name, { state: 'hidden' });
  const ranges = new Map<readonly Choice[], string>();
  for (const form of formList) {
    for (const column of form.columns) {
      if (column.type !== 'choice' || ranges.has(column.choices)) continue;
      const at = ranges.size;
      column.choices.forEach(({ title }, row) => {
        sheet.getCell(row + 1, at + 1).value = inLanguage(title, language);
      });
      const letter = columnLetters(at);
      ranges.set(column.choices, `'${name}'!$${letter}$1:$${letter}$${column.choices.length}`);
    }
  }
  return ranges;
}

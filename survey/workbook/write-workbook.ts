import { Workbook } from '@cj-tech-master/excelts';
import type { Language } from '../../model/text.js';
import { formList } from '../forms/forms.js';
import { entriesOf } from '../inventory.js';
import type { Inventory } from '../inventory.js';
import { addExamplesSheet, addGuideSheet } from './companion-sheets.js';
import { addFormSheet } from './form-sheet.js';
import { addListsSheet } from './lists-sheet.js';

/** Files tell when they were made; the same inventory gives the same bytes. */
const madeAt = new Date(Date.UTC(2000, 0, 1));

/** The inventory as a workbook (.xlsx) in one language. */
export async function writeWorkbook(inventory: Inventory, language: Language): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = 'Drydock';
  workbook.created = madeAt;
  workbook.modified = madeAt;
  addGuideSheet(workbook, language);
  const lists = addListsSheet(workbook, language);
  for (const form of formList)
    addFormSheet(workbook, form, { entries: entriesOf(inventory, form.id), lists, language });
  addExamplesSheet(workbook, language);
  return workbook.xlsx.writeBuffer();
}

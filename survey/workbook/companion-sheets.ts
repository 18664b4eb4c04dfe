import type { Workbook } from '@cj-tech-master/excelts';
import { inLanguage } from '../../model/text.js';
import type { Language } from '../../model/text.js';
import { printCell } from '../cells/print-cell.js';
import { formList } from '../forms/forms.js';
import { style } from './style.js';
import { workbookTexts as texts } from './texts.js';

/** Adds the first sheet: how to fill in the others, and links to them. */
export function addGuideSheet(workbook: Workbook, language: Language): void {
  const sheet = workbook.addWorksheet(inLanguage(texts.guide, language), {
    views: [{ showGridLines: false }],
  });
  sheet.getColumn(1).width = 26;
  sheet.getColumn(2).width = 100;
  sheet.addRow([inLanguage(texts.heading, language)]).height = 30;
  sheet.getCell(1, 1).font = { ...style.title, size: 20 };
  sheet.addRow([]);
  texts.how.forEach((sentence, at) => {
    const row = sheet.addRow([`${at + 1}.`, inLanguage(sentence, language)]);
    row.getCell(1).alignment = { horizontal: 'right', vertical: 'top' };
    row.getCell(2).alignment = { wrapText: true, vertical: 'top' };
  });
  sheet.addRow([]);
  const head = sheet.addRow([inLanguage(texts.sheet, language), inLanguage(texts.content, language)]);
  for (const at of [1, 2]) {
    head.getCell(at).font = style.heading;
    head.getCell(at).fill = style.headingFill;
  }
  for (const form of formList) {
    const title = inLanguage(form.title, language);
    const row = sheet.addRow([
      { text: title, hyperlink: `#'${title}'!A1` },
      inLanguage(form.purpose, language),
    ]);
    row.getCell(1).font = style.link;
    for (const at of [1, 2]) row.getCell(at).border = style.borders;
  }
  Object.assign(sheet.pageSetup, {
    orientation: 'landscape',
    paperSize: 9,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  });
}

/** Adds the sheet that shows a row of each form. */
export function addExamplesSheet(workbook: Workbook, language: Language): void {
  const sheet = workbook.addWorksheet(inLanguage(texts.examples, language), {
    views: [{ showGridLines: false }],
  });
  for (const form of formList) {
    sheet.addRow([inLanguage(form.title, language)]).font = style.title;
    const head = sheet.addRow(form.columns.map(({ title }) => inLanguage(title, language)));
    const hints = sheet.addRow(form.columns.map(({ hint }) => inLanguage(hint, language)));
    const rows = form.examples.map((example) =>
      sheet.addRow(
        form.columns.map((column) => {
          const value = example[column.id];
          return value === undefined ? null : printCell(value, column, language);
        }),
      ),
    );
    form.columns.forEach((column, at) => {
      head.getCell(at + 1).font = style.heading;
      head.getCell(at + 1).fill = column.required === true ? style.requiredFill : style.headingFill;
      hints.getCell(at + 1).font = style.example;
      for (const row of [head, hints, ...rows]) {
        row.getCell(at + 1).border = style.borders;
        row.getCell(at + 1).alignment = { wrapText: true, vertical: 'top' };
      }
    });
    sheet.addRow([]);
  }
  const widest = Math.max(...formList.map(({ columns }) => columns.length));
  for (let at = 1; at <= widest; at++) sheet.getColumn(at).width = 18;
  Object.assign(sheet.pageSetup, {
    orientation: 'landscape',
    paperSize: 9,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  });
}

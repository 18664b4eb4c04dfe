import { inLanguage, sameText } from '../../model/text.js';
import type { Language, Text } from '../../model/text.js';
import type { Problem } from '../../model/problem.js';
import type { Column, Form } from '../forms/form.js';

type Said = Pick<Problem, 'message' | 'hint'>;

const both = (make: (language: Language) => string): Text => ({ en: make('en'), 'zh-CN': make('zh-CN') });

/** What a column takes, in words. */
function expected(column: Column): Text {
  switch (column.type) {
    case 'choice':
      return both((language) => {
        const titles = column.choices.map(({ title }) => inLanguage(title, language));
        return language === 'en' ? `one of ${titles.join(', ')}` : `以下之一：${titles.join('、')}`;
      });
    case 'number':
      return column.integer === true
        ? { en: 'a whole number', 'zh-CN': '整数' }
        : { en: 'a number', 'zh-CN': '数字' };
    case 'date':
      return { en: 'a day such as 2026-03-31', 'zh-CN': '日期，如 2026-03-31' };
    case 'text':
    case 'list':
      return { en: 'text', 'zh-CN': '文本' };
  }
}

/** Sentences about what came back from people. */
export const importTexts = {
  cell: (cell: string, written: string, column: Column): Said => ({
    message: {
      en: `Cell ${cell} (${column.title.en}): “${written}” was not understood; it was left out.`,
      'zh-CN': `单元格 ${cell}（${column.title['zh-CN']}）：无法识别“${written}”，已忽略。`,
    },
    hint: both((language) =>
      language === 'en' ? `Write ${expected(column).en}.` : `请填写${expected(column)['zh-CN']}。`,
    ),
  }),
  incomplete: (row: string, missing: readonly Column[], content: string): Said => ({
    message: {
      en: `Row ${row} has no ${missing.map(({ title }) => title.en).join(' and no ')}; it was left out: ${content}`,
      'zh-CN': `第 ${row} 行缺少${missing.map(({ title }) => `“${title['zh-CN']}”`).join('、')}，该行未导入：${content}`,
    },
    hint: {
      en: 'Fill in the missing cells, or delete the row.',
      'zh-CN': '请补填所缺单元格，或删除该行。',
    },
  }),
  unknownColumn: (cell: string, heading: string, filled: number, form: Form): Said => ({
    message: {
      en: `The form “${form.title.en}” has no column “${heading}” (${cell}); ${filled} filled ${filled === 1 ? 'cell was' : 'cells were'} left out.`,
      'zh-CN': `“${form.title['zh-CN']}”表中没有“${heading}”列（${cell}），已忽略 ${filled} 个有内容的单元格。`,
    },
    hint: {
      en: 'Rename the heading to one of the form’s, or move what matters into the remarks.',
      'zh-CN': '请将表头改为标准列名，或将重要内容移至备注。',
    },
  }),
  unknownTable: (name: string): Said => ({
    message: {
      en: `No form of the survey has these headings; “${name}” was left out.`,
      'zh-CN': `“${name}”的表头与任何调研表都不匹配，未导入。`,
    },
    hint: {
      en: 'Keep the headings of the workbook that `drydock survey init` writes.',
      'zh-CN': '请保留 `drydock survey init` 所生成工作簿的表头。',
    },
  }),
  conflict: (conflict: {
    form: Form;
    key: string;
    column: Column;
    values: readonly [string, string];
    places: readonly [string, string];
  }): Said => ({
    message: {
      en: `${conflict.form.title.en}, ${conflict.key}: ${conflict.column.title.en} is “${conflict.values[0]}” at ${conflict.places[0]} but “${conflict.values[1]}” at ${conflict.places[1]}; the first was kept.`,
      'zh-CN': `${conflict.form.title['zh-CN']}“${conflict.key}”的${conflict.column.title['zh-CN']}不一致：${conflict.places[0]} 为“${conflict.values[0]}”，${conflict.places[1]} 为“${conflict.values[1]}”，已采用前者。`,
    },
    hint: {
      en: 'Ask which is right, and correct the other.',
      'zh-CN': '请核实后更正。',
    },
  }),
  formula: (cell: string): Said => ({
    message: {
      en: `Cell ${cell} holds a formula without a stored result; it was left out.`,
      'zh-CN': `单元格 ${cell} 为公式且没有保存计算结果，已忽略。`,
    },
    hint: {
      en: 'Open the workbook, let it calculate, and save it; or paste the values.',
      'zh-CN': '请打开工作簿重新计算后保存，或粘贴为数值。',
    },
  }),
  encrypted: (): Said => ({
    message: { en: 'The workbook is protected by a password.', 'zh-CN': '该工作簿设有打开密码。' },
    hint: { en: 'Save it without a password.', 'zh-CN': '请取消密码后重新保存。' },
  }),
  oldFormat: (): Said => ({
    message: {
      en: 'This is a workbook of Excel 97–2003 (.xls).',
      'zh-CN': '该文件为 Excel 97–2003 格式（.xls）。',
    },
    hint: { en: 'Save it as .xlsx.', 'zh-CN': '请另存为 .xlsx 格式。' },
  }),
  notAWorkbook: (reason: string): Said => ({
    message: {
      en: `The file can’t be read as a workbook: ${reason}`,
      'zh-CN': `无法按工作簿读取该文件：${reason}`,
    },
    hint: {
      en: 'It may be truncated: ask for it again.',
      'zh-CN': '文件可能不完整，请重新获取。',
    },
  }),
  tooLarge: (): Said => ({
    message: {
      en: 'Unpacked, the workbook would be larger than any survey; it was not read.',
      'zh-CN': '该工作簿解压后的大小远超正常范围，未读取。',
    },
    hint: {
      en: 'Delete formatting of empty rows and embedded pictures, or split it.',
      'zh-CN': '请删除空行格式与内嵌图片，或拆分后再导入。',
    },
  }),
  macros: (): Said => ({
    message: {
      en: 'The workbook holds macros; they were neither run nor kept.',
      'zh-CN': '该工作簿包含宏，未执行也未保留。',
    },
    hint: { en: 'Nothing is to be done if you expected them.', 'zh-CN': '如属正常情况，无需处理。' },
  }),
  badYaml: (reason: string): Said => ({
    message: { en: `This YAML can’t be read: ${reason}`, 'zh-CN': `无法解析该 YAML：${reason}` },
    hint: { en: 'A list of rows is expected.', 'zh-CN': '文件内容应为由行组成的列表。' },
  }),
  place: (file: string, sheet: string, row: string): Text => sameText(`${file} ${sheet}!${row}`),
} as const;

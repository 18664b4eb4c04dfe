import { say } from '../forms/form.js';

/** Words of the workbook besides those of its forms. */
export const workbookTexts = {
  guide: say('Guide', '说明'),
  examples: say('Examples', '填写示例'),
  lists: say('Lists', '选项'),
  heading: say('Survey of today’s IT systems', '企业 IT 系统现状调研表'),
  how: [
    say(
      'Fill in what you know; leave empty what you don’t. An empty cell is better than a guess.',
      '请如实填写；不清楚的留空即可，无需估填。',
    ),
    say(
      'Columns with an orange heading are needed; a row without them says nothing.',
      '橙色表头为必填项，缺少必填项的行无法使用。',
    ),
    say(
      'Use the same name for the same thing on all sheets; lists offer the names of the other sheets.',
      '同一对象在各表中的名称须保持一致，下拉列表会列出其他表中已填写的名称。',
    ),
    say(
      'Numbers may carry their unit (128 GB, 2 TB, 30 min). Several answers in one cell are separated by commas.',
      '数字可带单位（128GB、2TB、30 分钟）；一格多项请用顿号分隔。',
    ),
    say(
      'The sheet Examples shows a row of each form. Send the workbook back as it is: copies of several people are merged.',
      '“填写示例”给出每张表的样例。填好后直接返回即可，多人分别填写的副本会自动合并。',
    ),
  ],
  sheet: say('Sheet', '工作表'),
  content: say('Content', '填写内容'),
  notInList: say('This is not in the list.', '不在可选项中。'),
  notANumber: say('A number is expected.', '请填写数字。'),
  notADay: say('A day is expected, such as 2026-03-31.', '请填写日期，如 2026-03-31。'),
  page: say('Page &P of &N', '第 &P 页，共 &N 页'),
} as const;

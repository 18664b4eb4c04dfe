import type { CommandDefinition, OptionDefinition } from '../command.js';

const forceOption: OptionDefinition = {
  flags: '--force',
  text: { en: 'replace what is there', 'zh-CN': '覆盖已有文件' },
};

const asOption: OptionDefinition = {
  flags: '--as <form>',
  text: {
    en: 'a workbook, or a directory of YAML or CSV (default: by the name)',
    'zh-CN': '工作簿，或 YAML、CSV 目录（默认按名称判断）',
  },
  choices: ['xlsx', 'yaml', 'csv'],
};

export const surveyInitDefinition: CommandDefinition = {
  name: 'survey init',
  words: '',
  text: {
    en: 'write the workbook of the survey, to send out and fill in',
    'zh-CN': '生成待发放填写的现状调研工作簿',
  },
  options: [
    {
      flags: '-o, --output <path>',
      text: { en: 'workbook or directory to write', 'zh-CN': '要写入的工作簿或目录' },
      value: 'survey.xlsx',
    },
    asOption,
    forceOption,
  ],
  formats: ['text', 'json'],
  examples: [
    {
      line: 'drydock survey init -o survey.xlsx --lang zh-CN',
      text: { en: 'a workbook in Chinese', 'zh-CN': '中文工作簿' },
    },
    {
      line: 'drydock survey init -o inventory/',
      text: { en: 'a directory of YAML, for those who like git', 'zh-CN': 'YAML 目录，便于用 git 管理' },
    },
  ],
  load: async () => (await import('./survey-init.js')).runSurveyInit,
};

export const surveyImportDefinition: CommandDefinition = {
  name: 'survey import',
  words: '<path...>',
  text: {
    en: 'read what came back, merge it, and say which cells need a look',
    'zh-CN': '导入并合并回收的调研表，指出需要核对的单元格',
  },
  options: [
    {
      flags: '-o, --output <path>',
      text: { en: 'write the merged inventory here', 'zh-CN': '合并结果的写入位置' },
    },
    asOption,
    forceOption,
  ],
  formats: ['text', 'json'],
  examples: [
    {
      line: 'drydock survey import returned/*.xlsx -o merged.xlsx',
      text: { en: 'several people’s copies into one', 'zh-CN': '合并多人填写的副本' },
    },
    {
      line: 'drydock survey import merged.xlsx -o inventory/',
      text: { en: 'a workbook as a directory of YAML', 'zh-CN': '将工作簿转换为 YAML 目录' },
    },
    {
      line: 'drydock survey import cmdb.csv',
      text: { en: 'only look at what would be understood', 'zh-CN': '仅查看识别结果' },
    },
  ],
  load: async () => (await import('./survey-import.js')).runSurveyImport,
};

export const surveyStatusDefinition: CommandDefinition = {
  name: 'survey status',
  words: '<path...>',
  text: {
    en: 'show how far the three phases are, and what holds them up',
    'zh-CN': '显示三个阶段的进度及受阻、逾期任务',
  },
  options: [],
  formats: ['text', 'json'],
  examples: [
    {
      line: 'drydock survey status survey.xlsx',
      text: { en: 'of a workbook', 'zh-CN': '查看工作簿中的进度' },
    },
  ],
  load: async () => (await import('./survey-status.js')).runSurveyStatus,
};

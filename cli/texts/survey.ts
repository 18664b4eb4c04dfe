import type { Text } from '../../model/text.js';

/** Sentences of the survey's commands. */
export const surveyTexts = {
  exists: (path: string): Text => ({
    en: `${path} is there already, and somebody may have filled it in`,
    'zh-CN': `${path} 已存在，可能已有填写内容`,
  }),
  existsHint: (): Text => ({
    en: 'choose another name, or say --force',
    'zh-CN': '请另选名称，或使用 --force 覆盖',
  }),
  nothing: (): Text => ({
    en: 'there is no answer to any form in these files',
    'zh-CN': '这些文件中没有任何可识别的调研内容',
  }),
  nothingHint: (): Text => ({
    en: '`drydock survey init` writes the workbook to send out',
    'zh-CN': '可用 `drydock survey init` 生成待填写的工作簿',
  }),
  notAnInventory: (path: string): Text => ({
    en: `${path} is no workbook, CSV, YAML or directory of them`,
    'zh-CN': `${path} 不是工作簿、CSV、YAML 文件或其所在目录`,
  }),
  written: (path: string): Text => ({ en: `written: ${path}`, 'zh-CN': `已写入：${path}` }),
  sendOut: (path: string): Text => ({
    en: `Send ${path} out; \`drydock survey import\` reads what comes back.`,
    'zh-CN': `可将 ${path} 发出填写，回收后用 \`drydock survey import\` 导入。`,
  }),
  problems: (count: number): Text =>
    count === 0
      ? { en: 'Every cell was understood.', 'zh-CN': '所有单元格均已识别。' }
      : {
          en: `${count} ${count === 1 ? 'place needs' : 'places need'} a look:`,
          'zh-CN': `${count} 处需要核对：`,
        },
  more: (count: number): Text => ({
    en: `… and ${count} more (-v shows all)`,
    'zh-CN': `……另有 ${count} 处（-v 显示全部）`,
  }),
  phase: (): Text => ({ en: 'phase', 'zh-CN': '阶段' }),
  done: (): Text => ({ en: 'done', 'zh-CN': '已完成' }),
  late: (): Text => ({ en: 'late', 'zh-CN': '逾期' }),
  blocked: (): Text => ({ en: 'blocked', 'zh-CN': '受阻' }),
  unplanned: (): Text => ({ en: 'without owner or day', 'zh-CN': '缺责任人或日期' }),
  noTasks: (): Text => ({
    en: 'the inventory has no tasks',
    'zh-CN': '该调研资料中没有任务',
  }),
} as const;

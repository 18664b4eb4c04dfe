import type { Text } from '../../model/text.js';

export const ruleTexts = {
  unreadable: (reason: string): Text => ({
    en: `The rule file is not valid YAML: ${reason}`,
    'zh-CN': `规则文件不是有效的 YAML：${reason}`,
  }),
  unreadableHint: (): Text => ({
    en: 'Correct the file; the other rule files are used without it.',
    'zh-CN': '请修正该文件；其余规则文件仍会生效。',
  }),
  malformed: (rule: string, reason: Text): Text => ({
    en: `Rule ${rule} is not used: ${reason.en}`,
    'zh-CN': `规则 ${rule} 未启用：${reason['zh-CN']}`,
  }),
  malformedHint: (): Text => ({
    en: 'Correct the rule; the other rules of the file are used without it.',
    'zh-CN': '请修正该规则；文件中的其余规则仍会生效。',
  }),
  unsupported: (rule: string, capability: string): Text => ({
    en: `Rule ${rule} uses ${capability}, which Drydock does not have; what depends on it is left out.`,
    'zh-CN': `规则 ${rule} 使用了 Drydock 不具备的条件 ${capability}，依赖它的部分已忽略。`,
  }),
  unsupportedHint: (): Text => ({
    en: 'Available are builtin.*, java.*, php.* and drydock.* conditions.',
    'zh-CN': '可用的条件有 builtin.*、java.*、php.* 和 drydock.*。',
  }),
  failed: (rule: string, reason: Text): Text => ({
    en: `Rule ${rule} could not be evaluated: ${reason.en}`,
    'zh-CN': `规则 ${rule} 无法求值：${reason['zh-CN']}`,
  }),
  failedHint: (): Text => ({
    en: 'The rule has no result in this run; correct its condition.',
    'zh-CN': '该规则在本次运行中没有结果；请修正其条件。',
  }),
  unreadablePath: (reason: string): Text => ({
    en: `The rules cannot be read: ${reason}`,
    'zh-CN': `无法读取规则：${reason}`,
  }),
  unreadablePathHint: (): Text => ({
    en: 'Give a rule file or a directory that holds rule files.',
    'zh-CN': '请指定规则文件，或包含规则文件的目录。',
  }),
};

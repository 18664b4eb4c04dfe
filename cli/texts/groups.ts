import { sameText } from '../../model/text.js';
import type { Text } from '../../model/text.js';

const groups: Readonly<Record<string, Text>> = {
  rules: { en: 'work with rules', 'zh-CN': '规则相关命令' },
  survey: {
    en: 'survey today’s IT systems: forms out, answers in',
    'zh-CN': 'IT 系统现状调研：表格发放与回收',
  },
};

/** What a group of commands is about. */
export function groupTexts(name: string): Text {
  return groups[name] ?? sameText(name);
}

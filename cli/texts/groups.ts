import { sameText } from '../../model/text.js';
import type { Text } from '../../model/text.js';

const groups: Readonly<Record<string, Text>> = {
  rules: { en: 'work with rules', 'zh-CN': '规则相关命令' },
};

/** What a group of commands is about. */
export function groupTexts(name: string): Text {
  return groups[name] ?? sameText(name);
}

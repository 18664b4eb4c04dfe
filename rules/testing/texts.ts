import type { Text } from '../../model/text.js';

export const verdictTexts = {
  unexpected: (count: number, places: string): Text => ({
    en: `expected no match, found ${count}: ${places}`,
    'zh-CN': `预期不匹配，实际有 ${count} 处：${places}`,
  }),
  unmatched: (): Text => ({ en: 'expected a match, found none', 'zh-CN': '预期匹配，实际没有' }),
  tagMissing: (tag: string, found: string): Text => ({
    en: `expected the tag ${tag}, found ${found || 'none'}`,
    'zh-CN': `预期标签 ${tag}，实际为 ${found || '无'}`,
  }),
  wrongCount: (
    bound: 'exactly' | 'atLeast' | 'atMost',
    expected: number,
    count: number,
    places: string,
  ): Text => ({
    en: `expected ${englishBounds[bound]} ${expected} incidents, found ${count}: ${places}`,
    'zh-CN': `预期${chineseBounds[bound]} ${expected} 处，实际 ${count} 处：${places}`,
  }),
  placeMissing: (place: string, places: string): Text => ({
    en: `expected an incident at ${place}, found: ${places}`,
    'zh-CN': `预期在 ${place} 处匹配，实际为：${places}`,
  }),
  messageDiffers: (place: string, message: string): Text => ({
    en: `the message at ${place} is: ${message}`,
    'zh-CN': `${place} 处的消息为：${message}`,
  }),
  snippetDiffers: (place: string): Text => ({
    en: `the snippet at ${place} differs`,
    'zh-CN': `${place} 处的代码片段不同`,
  }),
  ruleMissing: (): Text => ({
    en: 'the rule is not in the rules file, or is malformed',
    'zh-CN': '规则文件中没有该规则，或规则格式有误',
  }),
};

const englishBounds = { exactly: 'exactly', atLeast: 'at least', atMost: 'at most' };
const chineseBounds = { exactly: '恰好', atLeast: '至少', atMost: '至多' };

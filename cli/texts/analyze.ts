import type { Text } from '../../model/text.js';

/** Sentences of `analyze` and `explain`. */
export const analyzeTexts = {
  noFacts: (kind: string): Text => ({
    en: `there are no facts of kind ${kind} here`,
    'zh-CN': `此处没有类别为 ${kind} 的事实`,
  }),
  kindsAre: (kinds: readonly string[]): Text => ({
    en: `kinds found: ${kinds.join(', ')}`,
    'zh-CN': `已发现的类别：${kinds.join('、')}`,
  }),
  noComponent: (id: string): Text => ({ en: `there is no component ${id}`, 'zh-CN': `没有组件 ${id}` }),
  componentsAre: (ids: readonly string[]): Text => ({
    en: `components are: ${ids.join(', ')}`,
    'zh-CN': `现有组件：${ids.join('、')}`,
  }),
};

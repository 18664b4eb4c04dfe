import type { Text } from '../../model/text.js';

/** Sentences of the policy check that belong to no rule. */
export const policyTexts = {
  notUtf8: (line: number): Text => ({
    en: `line ${line} is not UTF-8; Docker reads nothing else`,
    'zh-CN': `第 ${line} 行不是 UTF-8 编码，Docker 只接受 UTF-8`,
  }),
  suppressed: (rule: string, reason: string): Text => ({
    en: `${rule} is ignored here: ${reason}`,
    'zh-CN': `此处忽略 ${rule}：${reason}`,
  }),
};

import type { CheckStatus } from '../../model/check.js';
import type { Text } from '../../model/text.js';

const statuses: Readonly<Record<CheckStatus, Text>> = {
  passed: { en: 'passed', 'zh-CN': '通过' },
  failed: { en: 'failed', 'zh-CN': '失败' },
  skipped: { en: 'skipped', 'zh-CN': '跳过' },
  errored: { en: 'could not be checked', 'zh-CN': '无法校验' },
};

/** Words of the printed verdicts. */
export const checkTexts = {
  status: (status: CheckStatus): Text => statuses[status],
  total: (status: CheckStatus, count: number): Text => ({
    en: `${count} ${statuses[status].en}`,
    'zh-CN': `${statuses[status]['zh-CN']} ${count}`,
  }),
  severity: (severity: 'error' | 'warning'): Text =>
    severity === 'error' ? { en: 'error', 'zh-CN': '错误' } : { en: 'warning', 'zh-CN': '警告' },
  act: (): Text => ({ en: 'do:', 'zh-CN': '处理：' }),
  counted: (count: number): Text => ({ en: `${count} passed`, 'zh-CN': `${count} 项通过` }),
  each: (): Text => ({ en: ' (--verbose shows each)', 'zh-CN': '（使用 --verbose 逐项查看）' }),
};

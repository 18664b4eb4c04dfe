import type { CheckStatus } from '../../model/check.js';
import type { Text } from '../../model/text.js';

/** Words of the printed verdicts. */
export const checkTexts = {
  status: (status: CheckStatus): Text =>
    ({
      passed: { en: 'passed', 'zh-CN': '通过' },
      failed: { en: 'failed', 'zh-CN': '失败' },
      skipped: { en: 'skipped', 'zh-CN': '跳过' },
      errored: { en: 'errored', 'zh-CN': '出错' },
    })[status],
  severity: (severity: 'error' | 'warning'): Text =>
    severity === 'error' ? { en: 'error', 'zh-CN': '错误' } : { en: 'warning', 'zh-CN': '警告' },
  act: (): Text => ({ en: 'do:', 'zh-CN': '处理：' }),
  more: (count: number): Text => ({
    en: `… and ${count} more that passed (--verbose shows them)`,
    'zh-CN': `……另有 ${count} 项通过（使用 --verbose 查看）`,
  }),
};

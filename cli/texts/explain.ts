import type { Severity } from '../../model/finding.js';
import type { Text } from '../../model/text.js';

/** Sentences of `explain` and `rules test`. */
export const explainTexts = {
  noRule: (id: string): Text => ({ en: `there is no rule ${id}`, 'zh-CN': `没有规则 ${id}` }),
  rulesAre: (ids: readonly string[]): Text =>
    ids.length > 0
      ? { en: `similar: ${ids.join(', ')}`, 'zh-CN': `相近的规则：${ids.join('、')}` }
      : { en: 'drydock explain lists all rules', 'zh-CN': 'drydock explain 可列出全部规则' },
  severity: (severity: Severity): Text =>
    ({
      blocker: { en: 'blocker', 'zh-CN': '阻断' },
      warning: { en: 'warning', 'zh-CN': '警告' },
      info: { en: 'note', 'zh-CN': '提示' },
    })[severity],
  effort: (range: string): Text => ({
    en: `${range} days for the first place`,
    'zh-CN': `首处 ${range} 人天`,
  }),
  why: (): Text => ({ en: 'why:', 'zh-CN': '原因：' }),
  act: (): Text => ({ en: 'do:', 'zh-CN': '处理：' }),
  tested: (at: { passed: number; failed: number }): Text => ({
    en: `${at.passed} passed · ${at.failed} failed`,
    'zh-CN': `通过 ${at.passed} · 失败 ${at.failed}`,
  }),
  noTestsHint: (): Text => ({
    en: 'tests of x.yaml stand beside it in x.test.yaml',
    'zh-CN': 'x.yaml 的测试应放在同一目录的 x.test.yaml 中',
  }),
  noTests: (path: string): Text => ({
    en: `there is no *.test.yaml at or below ${path}`,
    'zh-CN': `${path} 下没有 *.test.yaml 文件`,
  }),
};

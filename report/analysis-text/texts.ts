import type { Severity } from '../../model/finding.js';
import type { Text } from '../../model/text.js';

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** Words of the first screen. */
export const analysisTexts = {
  applications: (count: number): Text => ({ en: plural(count, 'application'), 'zh-CN': `${count} 个应用` }),
  files: (count: string): Text => ({ en: `${count} files`, 'zh-CN': `${count} 个文件` }),
  lines: (count: string): Text => ({ en: `${count} lines`, 'zh-CN': `${count} 行` }),
  count: (severity: Severity, count: number): Text =>
    ({
      blocker: { en: plural(count, 'blocker'), 'zh-CN': `${count} 项阻断` },
      warning: { en: plural(count, 'warning'), 'zh-CN': `${count} 项警告` },
      info: { en: plural(count, 'note'), 'zh-CN': `${count} 项提示` },
    })[severity],
  severity: (severity: Severity): Text =>
    ({
      blocker: { en: 'blocker', 'zh-CN': '阻断' },
      warning: { en: 'warning', 'zh-CN': '警告' },
      info: { en: 'note', 'zh-CN': '提示' },
    })[severity],
  ready: (): Text => ({ en: 'ready', 'zh-CN': '可直接迁移' }),
  days: (range: string): Text => ({ en: `${range} days`, 'zh-CN': `${range} 人天` }),
  notGenerated: (): Text => ({ en: 'not generated', 'zh-CN': '不生成部署' }),
  places: (count: number): Text => ({
    en: `and ${plural(count, 'more place')}`,
    'zh-CN': `另有 ${count} 处`,
  }),
  more: (count: number): Text => ({
    en: `… and ${plural(count, 'more finding')} (--verbose shows all)`,
    'zh-CN': `……另有 ${count} 项发现（使用 --verbose 查看全部）`,
  }),
  moreProblems: (count: number): Text => ({
    en: `… and ${plural(count, 'more problem')} (--verbose shows all)`,
    'zh-CN': `……另有 ${count} 个读取问题（使用 --verbose 查看全部）`,
  }),
  problem: (): Text => ({ en: 'problem', 'zh-CN': '读取问题' }),
  calls: (): Text => ({ en: 'calls', 'zh-CN': '调用' }),
  shares: (): Text => ({ en: 'shares a database with', 'zh-CN': '共用数据库' }),
  next: (): Text => ({
    en: 'Next: drydock explain RULE says why; drydock migrate PATH -o out writes Dockerfiles and manifests',
    'zh-CN':
      '下一步：drydock explain 规则 可查看原因；drydock migrate 路径 -o out 可生成 Dockerfile 与部署清单',
  }),
  declared: (): Text => ({ en: 'declared', 'zh-CN': '已声明' }),
  inferred: (): Text => ({ en: 'inferred', 'zh-CN': '推断' }),
  surveyed: (): Text => ({ en: 'surveyed', 'zh-CN': '调研' }),
  observed: (): Text => ({ en: 'observed', 'zh-CN': '实测' }),
};

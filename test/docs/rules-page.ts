import { explainTexts as texts } from '../../cli/texts/explain.js';
import { describeRules } from '../../rules/describe-rules.js';
import { loadOwnRules } from '../../rules/load/own-rules.js';
import { code, page, table } from './markdown.js';
import type { Say } from './markdown.js';

/** `docs/reference/rules.md`: every rule of ours, as `drydock explain` tells it. */
export function printRulesPage(say: Say): string {
  const rules = describeRules(loadOwnRules().rules);
  const technologies = [...new Set(rules.map(({ technology }) => technology))];
  const head = [
    say({ en: 'Rule', 'zh-CN': '规则' }),
    say({ en: 'Severity', 'zh-CN': '级别' }),
    say({ en: 'Days', 'zh-CN': '人天' }),
    say({ en: 'Finds', 'zh-CN': '发现的问题' }),
    say({ en: 'What to do', 'zh-CN': '处理方法' }),
  ];
  return page([
    say({ en: '# Rules', 'zh-CN': '# 规则参考' }),
    say({
      en: `${rules.length} rules; \`drydock explain RULE\` says more about one.`,
      'zh-CN': `共 ${rules.length} 条规则；\`drydock explain 规则\` 可查看单条规则的详细说明。`,
    }),
    ...technologies.flatMap((technology) => [
      `## ${technology}`,
      table(
        head,
        rules
          .filter((rule) => rule.technology === technology)
          .map(({ id, severity, effort, title, fix }) => [
            code(id),
            say(texts.severity(severity)),
            `${effort.min}–${effort.max}`,
            say(title),
            say(fix),
          ]),
      ),
    ]),
  ]);
}

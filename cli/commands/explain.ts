import { UsageError } from '../../model/errors.js';
import { inLanguage } from '../../model/text.js';
import type { Text } from '../../model/text.js';
import { describeRules } from '../../rules/describe-rules.js';
import { loadOwnRules } from '../../rules/load/own-rules.js';
import type { RunCommand } from '../command.js';
import { explainTexts as texts } from '../texts/explain.js';

/** `drydock explain`: one rule, or the list of all. */
export const runExplain: RunCommand = (words, _options, context) => {
  const say = (text: Text): string => inLanguage(text, context.language);
  const rules = describeRules(loadOwnRules().rules);
  const [id] = words;
  const wanted = id === undefined ? rules : rules.filter((rule) => rule.id === id);
  if (wanted.length === 0) {
    const near = rules.filter((rule) => rule.id.includes(id ?? '')).map((rule) => rule.id);
    throw new UsageError(say(texts.noRule(id ?? '')), { hint: say(texts.rulesAre(near)) });
  }
  if (context.format === 'json') {
    const document = { schema: 'https://drydock.dev/schema/rules/v1', rules: wanted };
    context.terminal.write(`${JSON.stringify(document, null, 2)}\n`);
  } else if (id === undefined) {
    const lines = rules.map(
      (rule) => ` ${rule.id.padEnd(36)} ${say(texts.severity(rule.severity))}  ${say(rule.title)}`,
    );
    context.terminal.write(`${lines.join('\n')}\n`);
  } else {
    for (const rule of wanted) {
      const { min, max } = rule.effort;
      const lines = [
        `${rule.id} · ${say(texts.severity(rule.severity))} · ${say(texts.effort(`${min}–${max}`))}`,
        say(rule.title),
        '',
        `${say(texts.why())} ${say(rule.message)}`,
        `${say(texts.act())} ${say(rule.fix)}`,
        ...rule.links.map(({ title, url }) => `${title}: ${url}`),
      ];
      context.terminal.write(`${lines.join('\n')}\n`);
    }
  }
  return Promise.resolve(0);
};

import { severities } from '../../model/finding.js';
import type { Text } from '../../model/text.js';
import { mappingOf, textOf, textsOf } from './parameters.js';
import type { DrydockBlock } from './rule.js';

/** Reads a rule's `drydock` block; undefined when it has none, a reason when it makes no sense. */
export function parseDrydockBlock(value: unknown): DrydockBlock | { readonly reason: string } | undefined {
  if (value === undefined) return undefined;
  const fields = mappingOf(value);
  const severity = severities.find((name) => name === fields.severity);
  if (!severity) return { reason: `drydock.severity is not one of ${severities.join(', ')}` };
  const { min, max } = mappingOf(fields.effort);
  if (typeof min !== 'number' || typeof max !== 'number' || min < 0 || max < min)
    return { reason: 'drydock.effort needs min and max, in person-days' };
  const [title, message, fix] = [readText(fields.title), readText(fields.message), readText(fields.fix)];
  if (!title || !message || !fix)
    return { reason: 'drydock.title, drydock.message and drydock.fix need both en and zh-CN' };
  const once = fields.once ?? 'place';
  if (once !== 'place' && once !== 'file' && once !== 'component')
    return { reason: 'drydock.once is not one of place, file, component' };
  return {
    severity,
    effort: { min, max },
    title,
    message,
    fix,
    supersedes: textsOf(fields.supersedes),
    once,
  };
}

function readText(value: unknown): Text | undefined {
  const fields = mappingOf(value);
  const [en, chinese] = [textOf(fields.en), textOf(fields['zh-CN'])];
  return en && chinese ? { en: en.trim(), 'zh-CN': chinese.trim() } : undefined;
}

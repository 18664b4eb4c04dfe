import { severities } from '../../model/finding.js';
import type { Text } from '../../model/text.js';
import { mappingOf, textOf, textsOf } from './parameters.js';
import type { DrydockBlock } from './rule.js';
import { reasons } from './reasons.js';

/** Reads a rule's `drydock` block; undefined when it has none, a reason when it makes no sense. */
export function parseDrydockBlock(value: unknown): DrydockBlock | { readonly reason: Text } | undefined {
  if (value === undefined) return undefined;
  const fields = mappingOf(value);
  const severity = severities.find((name) => name === fields.severity);
  if (!severity) return { reason: reasons.notOneOf('drydock.severity', severities) };
  const { min, max } = mappingOf(fields.effort);
  if (typeof min !== 'number' || typeof max !== 'number' || min < 0 || max < min)
    return { reason: reasons.effortInvalid() };
  const [title, message, fix] = [readText(fields.title), readText(fields.message), readText(fields.fix)];
  if (!title || !message || !fix) return { reason: reasons.textsMissing() };
  const once = fields.once ?? 'place';
  if (once !== 'place' && once !== 'file' && once !== 'component')
    return { reason: reasons.notOneOf('drydock.once', ['place', 'file', 'component']) };
  return {
    severity,
    effort: { min, max },
    title,
    message,
    fix,
    supersedes: textsOf(fields.supersedes),
    once,
    secret: fields.secret === true,
  };
}

function readText(value: unknown): Text | undefined {
  const fields = mappingOf(value);
  const [en, chinese] = [textOf(fields.en), textOf(fields['zh-CN'])];
  return en && chinese ? { en: en.trim(), 'zh-CN': chinese.trim() } : undefined;
}

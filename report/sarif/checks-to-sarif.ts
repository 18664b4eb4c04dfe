import type { CheckDetail, CheckResult } from '../../model/check.js';
import { compareStrings } from '../../model/order.js';
import { inLanguage } from '../../model/text.js';
import type { Language, Text } from '../../model/text.js';
import { printSarif } from './sarif-log.js';
import type { SarifRule } from './sarif-log.js';

/** What is known of a check's rule; those without stay nameless but valid. */
export interface RuleText {
  /** As in details: `policy/run-as-user`. */
  readonly id: string;
  readonly title: Text;
  readonly why: Text;
  readonly fix: Text;
}

/** Prints the details of checks as SARIF; skipped and errored checks become notifications. */
export function printChecksSarif(
  results: readonly CheckResult[],
  options: { readonly language: Language; readonly version: string; readonly rules: readonly RuleText[] },
): string {
  const { language, version } = options;
  const details = results.flatMap((result) => result.details);
  return printSarif({
    version,
    language,
    rules: rulesOf(details, options),
    results: details.map((detail) => ({
      ruleId: detail.rule,
      level: detail.severity,
      message: messageOf(detail, language),
      file: detail.file,
      ...(detail.line !== undefined && { line: detail.line }),
      identity: `${detail.subject ?? ''}\0${detail.message.en}`,
    })),
    notifications: results.flatMap((result) => {
      if (result.reason === undefined || (result.status !== 'skipped' && result.status !== 'errored'))
        return [];
      const level = result.status === 'errored' ? 'error' : 'note';
      return [
        { level, text: `${result.check} ${result.target}: ${inLanguage(result.reason, language)}` } as const,
      ];
    }),
  });
}

function messageOf(detail: CheckDetail, language: Language): string {
  const subject = detail.subject === undefined ? '' : `${detail.subject}: `;
  const hint = detail.hint ? `\n→ ${inLanguage(detail.hint, language)}` : '';
  return `${subject}${inLanguage(detail.message, language)}${hint}`;
}

function rulesOf(
  details: readonly CheckDetail[],
  options: { readonly language: Language; readonly rules: readonly RuleText[] },
): SarifRule[] {
  const levels = new Map<string, CheckDetail['severity']>();
  for (const { rule, severity } of details) {
    if (levels.get(rule) !== 'error') levels.set(rule, severity);
  }
  return [...levels.keys()].sort(compareStrings).map((id) => {
    const known = options.rules.find((rule) => rule.id === id);
    const say = (text: Text | undefined) => (text ? inLanguage(text, options.language) : id);
    return {
      id,
      title: say(known?.title),
      description: say(known?.why),
      help: say(known?.fix),
      level: levels.get(id) ?? 'warning',
    };
  });
}

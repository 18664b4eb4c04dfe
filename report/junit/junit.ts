import type { CheckDetail, CheckResult } from '../../model/check.js';
import { compareStrings } from '../../model/order.js';
import { inLanguage } from '../../model/text.js';
import type { Language } from '../../model/text.js';

/**
 * Prints results as JUnit XML, the form that CI systems read: a suite per check, a case per target. Failed is
 * `failure`, could not be checked is `error` or `skipped`; warnings of a passed case go to its `system-out`.
 */
export function printJunit(
  results: readonly CheckResult[],
  options: { readonly language: Language },
): string {
  const checks = [...new Set(results.map(({ check }) => check))].sort(compareStrings);
  const suites = checks.map((check) =>
    printSuite(
      check,
      results.filter((result) => result.check === check),
      options.language,
    ),
  );
  const attributes = attributesOf({ name: 'drydock', ...counts(results) });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes}>\n${suites.join('')}</testsuites>\n`;
}

function printSuite(check: string, results: readonly CheckResult[], language: Language): string {
  const cases = results.map((result) => printCase(result, language)).join('');
  return `  <testsuite${attributesOf({ name: check, ...counts(results) })}>\n${cases}  </testsuite>\n`;
}

function counts(results: readonly CheckResult[]) {
  const of = (status: string) => results.filter((result) => result.status === status).length;
  const seconds = results.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000;
  return {
    tests: results.length,
    failures: of('failed'),
    errors: of('errored'),
    skipped: of('skipped'),
    time: seconds.toFixed(3),
  };
}

function printCase(result: CheckResult, language: Language): string {
  const attributes = attributesOf({
    classname: `drydock.${result.check}`,
    name: result.target,
    time: (result.durationMs / 1000).toFixed(3),
  });
  const body = printOutcome(result, language);
  return body === ''
    ? `    <testcase${attributes}/>\n`
    : `    <testcase${attributes}>\n${body}    </testcase>\n`;
}

function printOutcome(result: CheckResult, language: Language): string {
  const lines = result.details.map((detail) => printDetail(detail, language)).join('\n');
  const reason = result.reason ? inLanguage(result.reason, language) : '';
  switch (result.status) {
    case 'passed':
      return lines === '' ? '' : `      <system-out>${escapeText(lines)}</system-out>\n`;
    case 'skipped':
      return `      <skipped${attributesOf({ message: reason })}/>\n`;
    case 'errored':
      return element('error', reason, lines);
    case 'failed': {
      const first = result.details.find(({ severity }) => severity === 'error') ?? result.details[0];
      return element('failure', first ? inLanguage(first.message, language) : reason, lines, first?.rule);
    }
  }
}

function element(name: string, message: string, text: string, type = 'check'): string {
  return `      <${name}${attributesOf({ message, type })}>${escapeText(text)}</${name}>\n`;
}

function printDetail(detail: CheckDetail, language: Language): string {
  const place = detail.line === undefined ? detail.file : `${detail.file}:${detail.line}`;
  const subject = detail.subject === undefined ? '' : ` ${detail.subject}`;
  const hint = detail.hint ? `\n    → ${inLanguage(detail.hint, language)}` : '';
  return `${place}: ${detail.severity} ${detail.rule}${subject}: ${inLanguage(detail.message, language)}${hint}`;
}

function attributesOf(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(
      ([name, value]) =>
        ` ${name}="${escapeText(String(value)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`,
    )
    .join('');
}

/** Escapes markup, and drops the control characters that XML 1.0 has no way to write. */
function escapeText(text: string): string {
  return Array.from(text, escapeCharacter).join('');
}

function escapeCharacter(character: string): string {
  switch (character) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    default:
      return isXmlCharacter(character) ? character : '';
  }
}

/** https://www.w3.org/TR/xml/#charsets */
function isXmlCharacter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

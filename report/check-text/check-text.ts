import { displayWidth } from '../display-width.js';
import type { CheckDetail, CheckResult, CheckStatus } from '../../model/check.js';
import { inLanguage } from '../../model/text.js';
import type { Language } from '../../model/text.js';
import { checkTexts as texts } from './texts.js';
import { pad, wrap } from './wrap.js';

export interface CheckTextOptions {
  readonly language: Language;
  readonly color: boolean;
  /** Columns of the terminal; longer lines are wrapped. */
  readonly width: number;
  /** Show every passed target rather than the first few of each check. */
  readonly verbose?: boolean;
}

const marks: Readonly<Record<CheckStatus, string>> = { passed: '✓', failed: '✗', skipped: '–', errored: '!' };
const colors: Readonly<Record<CheckStatus | CheckDetail['severity'], number>> = {
  passed: 32,
  failed: 31,
  skipped: 90,
  errored: 35,
  error: 31,
  warning: 33,
};
/** More passed targets of one check than these are counted in one line. */
const shownPasses = 8;

/** Prints results for people: a line per target, under it what is wrong, where, and what to do. Ends in a newline. */
export function printCheckText(results: readonly CheckResult[], options: CheckTextOptions): string {
  const column = Math.max(0, ...results.map(({ check }) => displayWidth(check)));
  const targets = Math.min(60, Math.max(0, ...results.map(({ target }) => displayWidth(target))));
  const lines: string[] = [];
  const counted = new Set<string>();
  for (const result of results) {
    const passes = results.filter((other) => other.check === result.check && isPlainPass(other));
    if (options.verbose === true || !isPlainPass(result) || passes.length <= shownPasses) {
      lines.push(...printResult(result, { column, targets }, options));
    } else if (!counted.has(result.check)) {
      counted.add(result.check);
      lines.push(printCounted(passes, column, options));
    }
  }
  return `${[...lines, '', ` ${printSummary(results, options)}`].join('\n')}\n`;
}

function isPlainPass({ status, details }: CheckResult): boolean {
  return status === 'passed' && details.length === 0;
}

/** `schema ✓ 41 passed · kubernetes 1.36.3 (--verbose shows each)`: what all of them have in common. */
function printCounted(passes: readonly CheckResult[], column: number, options: CheckTextOptions): string {
  const [first] = passes;
  const shared = Object.entries(first?.facts ?? {}).filter(
    ([name, value]) =>
      typeof value === 'string' && passes.every(({ facts }) => (facts?.[name] ?? value) === value),
  );
  const facts = shared.map(([name, value]) => ` · ${name} ${value}`).join('');
  const count = inLanguage(texts.counted(passes.length), options.language);
  const each = inLanguage(texts.each(), options.language);
  return ` ${pad(first?.check ?? '', column)}  ${paint(marks.passed, 'passed', options)} ${count}${facts}${each}`;
}

/** `31 passed · 1 failed`: only what there is. */
export function printSummary(results: readonly CheckResult[], options: CheckTextOptions): string {
  return (['passed', 'failed', 'skipped', 'errored'] as const)
    .map((status) => [status, results.filter((result) => result.status === status).length] as const)
    .filter(([status, count]) => count > 0 || status === 'passed')
    .map(([status, count]) =>
      paint(inLanguage(texts.total(status, count), options.language), status, options),
    )
    .join(' · ');
}

function printResult(
  result: CheckResult,
  columns: { column: number; targets: number },
  options: CheckTextOptions,
): string[] {
  const head = ` ${pad(result.check, columns.column)}  ${paint(marks[result.status], result.status, options)} `;
  const aside =
    result.status === 'passed'
      ? printFacts(result)
      : inLanguage(texts.status(result.status), options.language);
  const lines = [`${head}${pad(result.target, columns.targets)}  ${aside}`.trimEnd()];
  const indent = columns.column + 5;
  if (result.reason && result.details.length === 0) {
    lines.push(...indented(inLanguage(result.reason, options.language), indent, options));
  }
  for (const detail of result.details)
    lines.push(...printDetail(detail, { indent, target: result.target }, options));
  return lines;
}

function printDetail(
  detail: CheckDetail,
  at: { indent: number; target: string },
  options: CheckTextOptions,
): string[] {
  const { language } = options;
  const file = detail.file === at.target ? '' : detail.file;
  const place = detail.line === undefined ? file : `${file}:${detail.line}`;
  const severity = paint(inLanguage(texts.severity(detail.severity), language), detail.severity, options);
  const subject = detail.subject === undefined ? '' : ` ${detail.subject}`;
  const lines = [
    `${' '.repeat(at.indent)}${[place, severity, detail.rule].filter(Boolean).join(' ')}${subject}`,
  ];
  lines.push(...indented(inLanguage(detail.message, language), at.indent + 2, options));
  if (detail.hint) {
    const act = inLanguage(texts.act(), language);
    const space = act.endsWith(':') ? ' ' : '';
    lines.push(...indented(`${act}${space}${inLanguage(detail.hint, language)}`, at.indent + 2, options));
  }
  return lines;
}

function indented(text: string, indent: number, options: CheckTextOptions): string[] {
  return wrap(text, options.width - indent).map((line) => `${' '.repeat(indent)}${line}`);
}

function printFacts(result: CheckResult): string {
  const facts = Object.entries(result.facts ?? {}).map(
    ([name, value]) => `${name} ${printFact(name, value)}`,
  );
  return facts.join(' · ');
}

function printFact(name: string, value: string | number): string {
  if (typeof value === 'string') return value;
  if (/bytes|size/i.test(name)) return `${(value / 1_000_000).toFixed(value < 10_000_000 ? 1 : 0)} MB`;
  return /seconds/i.test(name) ? `${value.toFixed(value < 10 ? 1 : 0)} s` : String(value);
}

function paint(text: string, as: keyof typeof colors, options: CheckTextOptions): string {
  return options.color ? `\u001b[${colors[as]}m${text}\u001b[0m` : text;
}

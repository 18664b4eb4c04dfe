import type { ConfigChange } from '../../model/plan-component.js';
import { findKnownValue, findValue } from './find-value.js';
import type { ValueSpan } from './find-value.js';

/** A change that found nothing to change: the file is not the one that was planned with. */
export interface MissedChange {
  readonly change: ConfigChange;
  readonly why: 'no-such-line' | 'no-such-value';
}

/** The changed text. Everything that no change names stays as it is, line ends included. */
export function applyChanges(
  text: string,
  changes: readonly ConfigChange[],
): { text: string; missed: MissedChange[] } {
  const lines = text.split(/(?<=\n)/);
  const missed: MissedChange[] = [];
  for (const change of changes) {
    const index = change.line - 1;
    const line = lines[index];
    if (line === undefined) {
      missed.push({ change, why: 'no-such-line' });
      continue;
    }
    const body = line.replace(/\r?\n$/, '');
    const span = locate(body, change);
    if (!span) {
      missed.push({ change, why: 'no-such-value' });
      continue;
    }
    if (span.openEnded === true) dropContinuation(lines, index);
    lines[index] = replaceSpan(body, span, change.value) + line.slice(body.length);
  }
  return { text: lines.join(''), missed };
}

function locate(body: string, change: ConfigChange): ValueSpan | undefined {
  const known = change.oldValue !== undefined && change.oldValue !== '';
  return known ? findKnownValue(body, change.key, change.oldValue) : findValue(body, change.key);
}

function replaceSpan(body: string, span: ValueSpan, value: string): string {
  // An expression of PHP stands for the literal and its quotes: getenv('DB_PASSWORD').
  const expression = span.quote !== undefined && /^(?:getenv\(|\$_(?:ENV|SERVER)\[)/.test(value);
  const [start, end] = expression ? [span.start - 1, span.end + 1] : [span.start, span.end];
  const separator = span.openEnded === true && /[\w:]$/.test(body.slice(0, start)) && value !== '' ? ' ' : '';
  return body.slice(0, start) + separator + value + body.slice(end);
}

/**
 * A value that went on after a backslash is replaced whole:
 * https://docs.oracle.com/javase/8/docs/api/java/util/Properties.html#load-java.io.Reader-
 */
function dropContinuation(lines: string[], index: number): void {
  let last = index;
  while (/(?:^|[^\\])(?:\\\\)*\\\r?\n$/.test(lines[last] ?? '') && last + 1 < lines.length) last++;
  for (let i = index + 1; i <= last; i++) lines[i] = '';
}

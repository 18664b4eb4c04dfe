import type { PhpText } from './php-text.js';

/** A stretch of the source. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Answers the value of an expression that is a constant string, number or boolean, else undefined. */
export type PhpFolder = (span: Span) => string | undefined;

/** One entry of an array literal. `key` is undefined if it is no constant. */
export interface PhpEntry {
  readonly key: string | undefined;
  readonly value: Span;
}

/** Without the blanks around it. */
export function trimSpan({ blank }: PhpText, span: Span): Span {
  const slice = blank.slice(span.start, span.end);
  const lead = slice.length - slice.trimStart().length;
  return {
    start: span.start + lead,
    end: Math.max(span.start + lead, span.end - (slice.length - slice.trimEnd().length)),
  };
}

/** Splits at a sign that stands outside all brackets. */
export function splitAt({ blank, partner }: PhpText, span: Span, sign: string): readonly Span[] {
  const parts: Span[] = [];
  let start = span.start;
  for (let i = span.start; i < span.end; i++) {
    const close = partner[i] ?? -1;
    if (close > i) i = close;
    else if (blank.startsWith(sign, i) && isSign(blank, i, sign)) {
      parts.push({ start, end: i });
      start = i + sign.length;
      i = start - 1;
    }
  }
  parts.push({ start, end: span.end });
  return parts;
}

/** The dot of `1.5`, `...` and `.=` joins nothing. */
function isSign(blank: string, at: number, sign: string): boolean {
  if (sign !== '.') return true;
  const [before, after] = [blank.charAt(at - 1), blank.charAt(at + 1)];
  return !(/\d/.test(before) && /\d/.test(after)) && before !== '.' && after !== '.' && after !== '=';
}

/** The entries of `array(…)` or `[…]`, or undefined for any other expression. */
export function readArray(text: PhpText, expression: Span, fold: PhpFolder): readonly PhpEntry[] | undefined {
  const { blank, partner } = text;
  const span = trimSpan(text, expression);
  const open = /^(?:array\s*\(|\[)/i.exec(blank.slice(span.start, span.end));
  if (!open) return undefined;
  const bracket = span.start + open[0].length - 1;
  if (partner[bracket] !== span.end - 1) return undefined;
  let next = 0;
  return splitAt(text, { start: bracket + 1, end: span.end - 1 }, ',').flatMap((part) => {
    const entry = trimSpan(text, part);
    if (entry.start === entry.end) return [];
    const isFunction = /^(?:static\s+)?fn\b/.test(blank.slice(entry.start, entry.end));
    const [first, ...rest] = isFunction ? [entry] : splitAt(text, entry, '=>');
    if (!first || rest.length === 0) return { key: String(next++), value: entry };
    const key = fold(first);
    if (key !== undefined && /^\d+$/.test(key)) next = Number(key) + 1;
    return { key, value: trimSpan(text, { start: rest[0]?.start ?? entry.end, end: entry.end }) };
  });
}

/** Source text, at most `length` characters. */
export function excerpt(text: PhpText, span: Span, length: number): string {
  const { start, end } = trimSpan(text, span);
  const written = text.source.slice(start, Math.min(end, start + length + 1));
  return written.length > length ? `${written.slice(0, length - 1)}…` : written;
}

/** All leaves of nested array literals, each with its path. Anything else is its own only leaf. */
export function flattenArray(
  text: PhpText,
  expression: Span,
  fold: PhpFolder,
  path: readonly string[] = [],
): readonly { readonly path: readonly string[]; readonly span: Span }[] {
  const entries = path.length < 50 ? readArray(text, expression, fold) : undefined;
  if (!entries || (entries.length === 0 && path.length === 0))
    return [{ path, span: trimSpan(text, expression) }];
  return entries.flatMap(({ key, value }) =>
    key === undefined ? [] : flattenArray(text, value, fold, [...path, key]),
  );
}

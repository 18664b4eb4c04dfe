import type { JavaText } from './java-text.js';

/** A stretch of the source. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const modifier =
  /\s*(?:(@)(?!interface\b)\s*[\w$\u0080-\uffff.]+\s*|(public|protected|private|static|final|abstract|transient|volatile|synchronized|native|strictfp|default|sealed|non-sealed)(?![\w$\u0080-\uffff]))/y;

/** Reads annotations and modifiers from an offset on. */
export function readModifiers(
  { blank, partner }: JavaText,
  start: number,
): { modifiers: readonly string[]; end: number } {
  const modifiers: string[] = [];
  let end = start;
  for (;;) {
    modifier.lastIndex = end;
    const match = modifier.exec(blank);
    if (!match) return { modifiers, end };
    end += match[0].length;
    if (match[2] !== undefined) modifiers.push(match[2]);
    const close = match[1] === '@' && blank.charAt(end) === '(' ? (partner[end] ?? -1) : -1;
    if (close >= 0) end = close + 1;
  }
}

/** Replaces type arguments and parameters by blanks, the innermost first. */
export function blankGenerics(header: string): string {
  let text = header;
  while (text.includes('<')) {
    const next = text.replace(/<[^<>]*>/g, (whole) => ' '.repeat(whole.length));
    if (next === text) break;
    text = next;
  }
  return text;
}

/** The type and the name of `Type<X>[] name[]` (also `Type... name`), after its modifiers. */
export function readTypedName(
  text: JavaText,
  span: Span,
): { type: Span; name: string; nameStart: number; modifiers: readonly string[] } | undefined {
  const { modifiers, end: start } = readModifiers(text, span.start);
  const header = blankGenerics(text.blank.slice(start, span.end));
  const match = /^(\s*[\w$\u0080-\uffff.]+[^]*?)([\w$\u0080-\uffff]+)[\s[\]]*$/.exec(header);
  if (match?.[1] === undefined || match[2] === undefined || match[1].trim() === '') return undefined;
  const nameStart = start + match[1].length;
  return { type: { start, end: nameStart }, name: match[2], nameStart, modifiers };
}

/** The name of a type as written, without arguments, dimensions and annotations: `Map.Entry` of `Map.Entry<K, V>[]`. */
export function readTypeName(text: JavaText, span: Span): string {
  const header = blankGenerics(text.blank.slice(span.start, span.end)).replace(/@[\w$\u0080-\uffff.]+/g, '');
  return (/[\w$\u0080-\uffff]+(?:\s*\.\s*[\w$\u0080-\uffff]+)*/.exec(header)?.[0] ?? '').replace(/\s+/g, '');
}

/** The type of `Type<X>[] name`, which starts at an offset after its modifiers; `end` is where the name may stand. */
export function readDeclaredType(text: JavaText, start: number): { name: string; end: number } {
  const { blank } = text;
  const path = /\s*[\w$\u0080-\uffff]+(?:\s*\.\s*[\w$\u0080-\uffff]+)*\s*/y;
  const dimensions = /(?:\s*\[\s*\])*\s*/y;
  let name = '';
  let end = start;
  // Outer<X>.Inner<Y> takes more than one round.
  for (;;) {
    path.lastIndex = end;
    const part = path.exec(blank)?.[0];
    if (part === undefined) break;
    name += part;
    end = readTypeParameters(text, end + part.length).end;
    if (blank.charAt(end) !== '.') break;
    name += '.';
    end++;
  }
  dimensions.lastIndex = end;
  return { name: name.replace(/\s+/g, ''), end: end + (dimensions.exec(blank)?.[0].length ?? 0) };
}

/** Names of the parameters in `<T, U extends Comparable<U>>`, which starts at an offset. */
export function readTypeParameters(text: JavaText, start: number): { names: readonly string[]; end: number } {
  const { blank } = text;
  if (blank.charAt(start) !== '<') return { names: [], end: start };
  let depth = 0;
  let end = start;
  const names: string[] = [];
  let expectName = false;
  for (; end < blank.length; end++) {
    const char = blank.charAt(end);
    if (char === '<') expectName = ++depth === 1;
    else if (char === '>' && --depth === 0) break;
    else if (char === ',' && depth === 1) expectName = true;
    else if (expectName && /[\w$\u0080-\uffff]/.test(char)) {
      names.push(/^[\w$\u0080-\uffff]+/.exec(blank.slice(end, end + 100))?.[0] ?? '');
      expectName = false;
    } else if (char === '{' || char === ';') break;
  }
  return { names, end: end + 1 };
}

/** Splits `A<X>, b.B` into the spans of its names. */
export function splitNames(text: JavaText, span: Span): readonly Span[] {
  const header = blankGenerics(text.blank.slice(span.start, span.end));
  return Array.from(header.matchAll(/[\w$\u0080-\uffff]+(?:\s*\.\s*[\w$\u0080-\uffff]+)*/g), (match) => ({
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
  }));
}

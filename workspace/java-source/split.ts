import type { Span } from './headers.js';
import type { JavaText } from './java-text.js';

const [comma, plus, less] = [44, 43, 60];

/** Splits what stands between brackets at its commas; those inside brackets and type arguments don't count. */
export function splitAtCommas(text: JavaText, span: Span): readonly Span[] {
  return text.blank.slice(span.start, span.end).trim() === '' ? [] : splitAt(text, span, comma);
}

/** The operands of `a + b`, without the blanks around them; an expression with another top-level operator is one operand. */
export function splitSum(text: JavaText, span: Span): readonly Span[] {
  return splitAt(text, span, plus).map(({ start, end }) => {
    const slice = text.blank.slice(start, end);
    const lead = slice.length - slice.trimStart().length;
    return { start: start + lead, end: end - (slice.length - slice.trimEnd().length) };
  });
}

function splitAt({ blank, partner }: JavaText, span: Span, separator: number): readonly Span[] {
  const parts: Span[] = [];
  let start = span.start;
  for (let i = span.start; i < span.end; i++) {
    const code = blank.charCodeAt(i);
    const close = code === 40 || code === 91 || code === 123 ? (partner[i] ?? -1) : -1;
    if (close > i) {
      i = close;
    } else if (code === less && separator === comma) {
      i = skipTypeArguments(blank, i, span.end);
    } else if (code === separator) {
      parts.push({ start, end: i });
      start = i + 1;
    }
  }
  parts.push({ start, end: span.end });
  return parts;
}

/** `<` opens type arguments when it touches a name that begins with a capital, or a dot, and nothing but types follows. */
function skipTypeArguments(blank: string, offset: number, end: number): number {
  if (!/(?:[A-Z][\w$\u0080-\uffff]*|\.)$/.test(blank.slice(Math.max(0, offset - 60), offset))) return offset;
  let depth = 0;
  for (let i = offset; i < end; i++) {
    const char = blank.charAt(i);
    if (char === '<') depth++;
    else if (char === '>' && --depth === 0) return i;
    else if (!/[\w\s.,<>?&[\]@$]/.test(char)) return offset;
  }
  return offset;
}

import { splitAtCommas } from './split.js';
import type { ConstantFolder } from './constants.js';
import type { Span } from './headers.js';
import type { JavaArgument } from './java-source.js';
import type { JavaText } from './java-text.js';

/** Reads the arguments between two parentheses. */
export function readArguments(
  text: JavaText,
  fold: ConstantFolder,
  parentheses: Span,
): readonly JavaArgument[] {
  const inside = { start: parentheses.start + 1, end: parentheses.end };
  return splitAtCommas(text, inside).map((span) => {
    const written = text.source.slice(span.start, span.end).trim();
    const constant = canBeConstant(text.blank, span) ? fold(span) : undefined;
    return { text: excerpt(written, 200), ...(constant === undefined ? {} : { constant }) };
  });
}

/** Spares folding where there is neither a string nor nothing but a name. */
function canBeConstant(blank: string, span: Span): boolean {
  const written = blank.slice(span.start, span.end);
  return written.includes('"') || /^\s*[\w$\u0080-\uffff.]+\s*$/.test(written);
}

/** At most `length` characters of a source text. */
export function excerpt(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

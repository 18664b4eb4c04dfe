import { readTypeParameters } from './headers.js';
import type { Span } from './headers.js';
import type { JavaText } from './java-text.js';

/** `new X<Y>(…) {…}` in the source. */
export interface ConstructionSite {
  /** Offset of `new`. */
  readonly start: number;
  /** The type's name, without arguments. */
  readonly type: Span;
  /** Its parentheses. */
  readonly open: number;
  readonly close: number;
  /** The brace that opens an anonymous class's body. */
  readonly body: number | undefined;
}

/** Finds all constructions; arrays are none. */
export function findConstructions(text: JavaText): readonly ConstructionSite[] {
  const { blank, partner } = text;
  const sites: ConstructionSite[] = [];
  const site =
    /(?<![\w$\u0080-\uffff])new\s+(?:@[\w$.]+\s+)*([\w$\u0080-\uffff]+(?:\s*\.\s*[\w$\u0080-\uffff]+)*)\s*(?=[<(])/g;
  for (let match = site.exec(blank); match; match = site.exec(blank)) {
    const name = match[1] ?? '';
    const nameStart = match.index + match[0].lastIndexOf(name);
    const open = skipBlanks(blank, readTypeParameters(text, site.lastIndex).end);
    const close = blank.charAt(open) === '(' ? (partner[open] ?? -1) : -1;
    if (close < 0) continue;
    const next = skipBlanks(blank, close + 1);
    sites.push({
      start: match.index,
      type: { start: nameStart, end: nameStart + name.length },
      open,
      close,
      body: blank.charAt(next) === '{' && (partner[next] ?? -1) >= 0 ? next : undefined,
    });
  }
  return sites;
}

function skipBlanks(blank: string, offset: number): number {
  let at = offset;
  while (/\s/.test(blank.charAt(at))) at++;
  return at;
}

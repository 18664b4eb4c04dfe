import type { JavaText } from './java-text.js';

/** The offset after the last character before `offset` that is no blank. */
export function skipBlanksBack(blank: string, offset: number): number {
  let at = offset;
  while (at > 0 && isBlank(blank.charCodeAt(at - 1))) at--;
  return at;
}

/** `\s`; asked for every character, and most are letters. */
function isBlank(code: number): boolean {
  if (code === 32 || (code >= 9 && code <= 13)) return true;
  return code >= 160 && /\s/.test(String.fromCharCode(code));
}

/** The start of the identifier that ends before `offset`, or `offset` itself. */
export function startOfIdentifier(blank: string, offset: number): number {
  let at = offset;
  while (at > 0 && isIdentifierCode(blank.charCodeAt(at - 1))) at--;
  return at;
}

/** `[\w$\u0080-\uffff]` */
function isIdentifierCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 36 ||
    code >= 128
  );
}

/** The offset of the `<` of type arguments that end before `offset`, or `offset` itself. */
export function skipTypeArgumentsBack(blank: string, offset: number): number {
  const end = skipBlanksBack(blank, offset);
  if (blank.charAt(end - 1) !== '>') return offset;
  let depth = 0;
  for (let at = end - 1; at >= 0 && end - at < 1000; at--) {
    const char = blank.charAt(at);
    if (char === '>') depth++;
    else if (char === '<' && --depth === 0) return at;
    else if (!/[\w\s.,?&[\]@$<]/.test(char)) return offset;
  }
  return offset;
}

/**
 * The start of the expression that ends before `offset`: names, calls, subscripts, literals and constructions joined by
 * dots. Chains may be long, so this goes back link by link and looks at nothing twice.
 */
export function startOfExpression(text: JavaText, offset: number): number {
  const { blank } = text;
  let at = skipBlanksBack(blank, offset);
  for (;;) {
    const start = startOfLink(text, at);
    if (start === at) return start;
    // Type arguments of a call stand between the dot and its name: `.<String>first(…)`
    const before = skipBlanksBack(blank, skipTypeArgumentsBack(blank, start));
    if (blank.charAt(before - 1) !== '.') return startOfNew(blank, start);
    at = skipBlanksBack(blank, skipTypeArgumentsBack(blank, before - 1));
  }
}

/** One link of a chain: a name with what follows it in brackets, or a literal. */
function startOfLink({ blank, partner }: JavaText, offset: number): number {
  let at = offset;
  for (;;) {
    const open = /[)\]}]/.test(blank.charAt(at - 1)) ? (partner[at - 1] ?? -1) : -1;
    if (open < 0) break;
    const isBody = blank.charAt(open) === '{';
    const before = skipBlanksBack(blank, open);
    if (!isBody && !/[\w$\u0080-\uffff)\]>]/.test(blank.charAt(before - 1))) return open;
    at = isBody || /[)\]]/.test(blank.charAt(before - 1)) ? before : skipTypeArgumentsBack(blank, before);
  }
  if (blank.charAt(at - 1) === '"') return startOfString(blank, at);
  return startOfIdentifier(blank, at);
}

/** Between the quotes of a blanked string there are blanks only. */
function startOfString(blank: string, offset: number): number {
  let at = offset - 2;
  while (at >= 0 && blank.charAt(at) !== '"') at--;
  return Math.max(0, at);
}

function startOfNew(blank: string, offset: number): number {
  const match = /(?<![\w$])new\s+$/.exec(blank.slice(Math.max(0, offset - 50), offset));
  return match ? offset - match[0].length : offset;
}

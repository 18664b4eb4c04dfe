import { findLineStarts, lineAt } from '../line-index.js';
import { createBlockFinder, matchBrackets } from '../syntax/brackets.js';

/** A string, text block or character of the source. */
export interface JavaLiteral {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly character: boolean;
}

/** A Java text prepared for reading by offsets. */
export interface JavaText {
  readonly source: string;
  /** The source with comments and the insides of literals replaced by blanks: same offsets, nothing to trip over. */
  readonly blank: string;
  readonly literals: readonly JavaLiteral[];
  readonly literalAt: ReadonlyMap<number, JavaLiteral>;
  /** The partner of each bracket, -1 if none. */
  readonly partner: Int32Array;
  /** The end of the innermost block around an offset. */
  readonly blockEnd: (offset: number) => number;
  readonly line: (offset: number) => number;
}

const tokens =
  /\/\/[^\r\n]*|\/\*[^]*?(?:\*\/|$)|"""[^]*?(?:"""|$)|"(?:[^"\\\r\n]|\\.)*"?|'(?:[^'\\\r\n]|\\.)*'?/g;

/** Reads what no grammar is needed for: comments, literals, brackets, lines. */
export function readJavaText(source: string): JavaText {
  const literals: JavaLiteral[] = [];
  const parts: string[] = [];
  let last = 0;
  for (const match of source.matchAll(tokens)) {
    const [token] = match;
    parts.push(source.slice(last, match.index));
    last = match.index + token.length;
    const quote = token.charAt(0);
    if (quote === '/' || token.length < 2) {
      parts.push(' '.repeat(token.length));
      continue;
    }
    parts.push(quote, ' '.repeat(token.length - 2), quote);
    literals.push({ start: match.index, end: last, value: valueOf(token), character: quote === "'" });
  }
  parts.push(source.slice(last));
  const blank = parts.join('');
  const partner = matchBrackets(blank);
  const starts = findLineStarts(source);
  return {
    source,
    blank,
    literals,
    literalAt: new Map(literals.map((literal) => [literal.start, literal])),
    partner,
    blockEnd: createBlockFinder(blank, partner),
    line: (offset) => lineAt(starts, offset),
  };
}

function valueOf(token: string): string {
  if (token.startsWith('"""')) return unescapeJava(stripIndent(token.slice(3, -3)));
  const closed = token.length > 1 && token.endsWith(token.charAt(0));
  return unescapeJava(token.slice(1, closed ? -1 : undefined));
}

/** https://docs.oracle.com/javase/specs/jls/se17/html/jls-3.html#jls-3.10.6 */
function stripIndent(block: string): string {
  const lines = block.replace(/^[^\n]*\n/, '').split(/\r?\n/);
  const indents = lines
    .filter((line, index) => line.trim() !== '' || index === lines.length - 1)
    .map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent).trimEnd()).join('\n');
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', s: ' ' };

function unescapeJava(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|\r?\n|(.))/g,
    (_, hex?: string, octal?: string, char?: string) => {
      if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
      return char === undefined ? '' : (escapes[char] ?? char);
    },
  );
}

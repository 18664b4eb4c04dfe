import type { SyntaxNode } from '../syntax/grammar.js';

/** A string of the source. */
export interface PhpLiteral {
  readonly start: number;
  readonly end: number;
  /** Unescaped; with variables in it, as written. */
  readonly value: string;
  /** Variables are replaced in it when it is used. */
  readonly interpolated: boolean;
  /** It is part of another string: `"{$a['b']}"`. */
  readonly inside: boolean;
  readonly shell: boolean;
}

/** Reads a string node of any kind. https://www.php.net/manual/en/language.types.string.php */
export function readLiteral(source: string, { kind, start, end, parent }: SyntaxNode): PhpLiteral {
  const written = source.slice(start, end);
  const place = { start, end, inside: isInString(parent, start), shell: kind === 'shell_command_expression' };
  if (kind === 'string') {
    return { ...place, value: unescapeSingle(stripQuotes(written)), interpolated: false };
  }
  const body = kind === 'heredoc' || kind === 'nowdoc' ? stripMarkers(written) : stripQuotes(written);
  if (kind === 'nowdoc') return { ...place, value: body, interpolated: false };
  const interpolated = /(?<!\\)(?:\\\\)*(?:\$[A-Za-z_{]|\{\$)/.test(body);
  return { ...place, value: interpolated ? body : unescapeDouble(body, kind), interpolated };
}

function isInString(parent: SyntaxNode | undefined, start: number): boolean {
  for (let at = parent; at && at.end > start; at = at.parent) {
    if (at.kind === 'encapsed_string' || at.kind === 'heredoc') return true;
  }
  return false;
}

/** Also of binary strings: b'x'. */
function stripQuotes(written: string): string {
  const open = written.search(/["'`]/);
  const quote = written.charAt(open);
  return written.slice(open + 1, written.endsWith(quote) ? -1 : undefined);
}

/** Removes the first and the last line, and the last one's indentation from all. */
function stripMarkers(written: string): string {
  const lines = written.split(/\r\n|\n|\r/);
  const indent = /^[ \t]*/.exec(lines.at(-1) ?? '')?.[0].length ?? 0;
  return lines
    .slice(1, -1)
    .map((line) => line.slice(Math.min(indent, line.length - line.trimStart().length)))
    .join('\n');
}

function unescapeSingle(text: string): string {
  return text.includes('\\') ? text.replace(/\\([\\'])/g, '$1') : text;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  v: '\v',
  e: '\x1b',
  f: '\f',
  '\\': '\\',
  $: '$',
};

function unescapeDouble(text: string, kind: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|u\{([0-9A-Fa-f]{1,6})\}|(.))/gs,
    (whole, octal?: string, hex?: string, unicode?: string, char?: string) => {
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & 255);
      if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
      if (unicode !== undefined) return decodeCodePoint(whole, parseInt(unicode, 16));
      if (char === undefined) return whole;
      if (char === '"' && kind !== 'heredoc') return '"';
      return escapes[char] ?? whole;
    },
  );
}

function decodeCodePoint(whole: string, code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

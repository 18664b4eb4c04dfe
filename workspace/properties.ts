/** One entry of a .properties (or plain `key = value`) file. Source: java.util.Properties#load(Reader). */
export interface PropertyEntry {
  readonly key: string;
  /** Unescaped. */
  readonly value: string;
  /** 1-based line on which the key stands. */
  readonly line: number;
}

/**
 * Reads properties as Java does: `=`, `:` or white space after the key, `#` and `!` comments, continuation lines,
 * escapes. A malformed `\u` escape, at which Java throws, is kept as written.
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)
 */
export function parseProperties(lines: readonly string[]): readonly PropertyEntry[] {
  const entries: PropertyEntry[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = i + 1;
    let logical = withoutLeadingBlanks(lines[i] ?? '');
    if (logical === '' || logical.startsWith('#') || logical.startsWith('!')) continue;
    while (continues(logical)) {
      logical = logical.slice(0, -1);
      if (i + 1 >= lines.length) break;
      logical += withoutLeadingBlanks(lines[++i] ?? '');
    }
    entries.push({ ...splitEntry(logical), line });
  }
  return entries;
}

function withoutLeadingBlanks(line: string): string {
  return line.replace(/^[ \t\f]+/, '');
}

/** An odd number of backslashes at the end escapes the line end. */
function continues(line: string): boolean {
  let count = 0;
  while (line.charCodeAt(line.length - 1 - count) === 92) count++;
  return count % 2 === 1;
}

function splitEntry(logical: string): { key: string; value: string } {
  let end = 0;
  while (end < logical.length && !/[=: \t\f]/.test(logical.charAt(end))) {
    end += logical.charAt(end) === '\\' ? 2 : 1;
  }
  const separator = /^[ \t\f]*[=:]?[ \t\f]*/.exec(logical.slice(end))?.[0] ?? '';
  return { key: unescape(logical.slice(0, end)), value: unescape(logical.slice(end + separator.length)) };
}

const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|([^]))/g, (whole, hex?: string, char?: string) => {
    if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
    if (char === 'u') return whole;
    return char === undefined ? '' : (escapes[char] ?? char);
  });
}

/** Where a value stands on a line: character offsets, end exclusive. */
export interface ValueSpan {
  readonly start: number;
  readonly end: number;
  /** The quote around it, which is not part of the span. */
  readonly quote?: string;
  /** Goes to the end of the line, so it may go on after a backslash. */
  readonly openEnded?: boolean;
}

type Syntax = (key: string) => { readonly pattern: RegExp; readonly openEnded?: boolean };

/**
 * How files write a setting, the more particular first. Each pattern captures what precedes the value, an optional quote, and
 * the value.
 */
const syntaxes: readonly Syntax[] = [
  // <key>value</key>
  (key) => ({ pattern: new RegExp(`(<${key}(?:\\s[^>]*)?>)()([^<]*)(?=</${key}\\s*>)`, 'd') }),
  // name="key" value="value", in either order, and <property name="key">value</property>
  (key) => ({
    pattern: new RegExp(
      `(\\b(?:name|key|id)\\s*=\\s*["']${key}["'][^>]*?\\bvalue\\s*=\\s*)(["'])(.*?)\\2`,
      'd',
    ),
  }),
  (key) => ({
    pattern: new RegExp(
      `(\\bvalue\\s*=\\s*)(["'])([^"']*)\\2(?=[^>]*\\b(?:name|key|id)\\s*=\\s*["']${key}["'])`,
      'd',
    ),
  }),
  (key) => ({ pattern: new RegExp(`(\\b(?:name|key|id)\\s*=\\s*["']${key}["'][^>]*>)()([^<]+)(?=<)`, 'd') }),
  // define('key', 'value')
  (key) => ({
    pattern: new RegExp(`(\\bdefine\\s*\\(\\s*["']${key}["']\\s*,\\s*)(["'])((?:\\\\.|(?!\\2).)*)\\2`, 'd'),
  }),
  // 'key' => 'value', $x['key'] = 'value', "key": "value"
  (key) => ({
    pattern: new RegExp(`(["']${key}["']\\s*\\]?\\s*(?:=>|=|:)\\s*)(["'])((?:\\\\.|(?!\\2).)*)\\2`, 'd'),
  }),
  (key) => ({ pattern: new RegExp(`(["']${key}["']\\s*\\]?\\s*(?:=>|=|:)\\s*)()([^\\s,;})\\]"']+)`, 'd') }),
  // key="value", $key = 'value', key: "value"
  (key) => ({
    pattern: new RegExp(`((?:^|[\\s<$;,{>-])${key}\\s*[=:]\\s*)(["'])((?:\\\\.|(?!\\2).)*)\\2`, 'd'),
  }),
  // key=value, key: value, key value
  (key) => ({
    pattern: new RegExp(`^(\\s*(?:-\\s+|export\\s+|set\\s+)?${key}(?:\\s*[=:]\\s*|\\s+))()(.*)$`, 'd'),
    openEnded: true,
  }),
  (key) => ({ pattern: new RegExp(`^(\\s*(?:-\\s+|export\\s+)?${key}\\s*)()()$`, 'd'), openEnded: true }),
];

/** Finds the value that belongs to a key on one line (without its line end); the key may be the end of a dotted path. */
export function findValue(line: string, key: string): ValueSpan | undefined {
  const last = key.split(/[./@#:]/).at(-1) ?? key;
  for (const name of key === last || last === '' ? [key] : [key, last]) {
    for (const syntax of syntaxes) {
      const { pattern, openEnded } = syntax(escapePattern(name));
      const match = pattern.exec(line);
      const range = match?.indices?.[3];
      if (!match || !range) continue;
      const quote = match[2];
      return {
        start: range[0],
        end: range[1],
        ...(quote ? { quote } : {}),
        ...(openEnded === true ? { openEnded } : {}),
      };
    }
  }
  return undefined;
}

/** Finds a known value: after the key where the key stands on the line, else its first occurrence. */
export function findKnownValue(line: string, key: string, value: string): ValueSpan | undefined {
  const last = key.split(/[./@#:]/).at(-1) ?? key;
  const name = [key, last].find((one) => one !== '' && line.includes(one));
  const after = name === undefined ? undefined : line.indexOf(name) + name.length;
  const found = after === undefined ? -1 : line.indexOf(value, after);
  const start = found >= 0 ? found : line.indexOf(value);
  return start < 0 ? undefined : { start, end: start + value.length };
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

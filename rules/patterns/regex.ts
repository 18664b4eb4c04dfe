import { RE2JS, RE2JSException } from 're2js';
import { escapeRegExp } from './escape.js';
import { scanPattern, type PatternScan } from './scan.js';

/** One match; `groups[0]` is the first capture group. */
export interface Match {
  readonly index: number;
  readonly text: string;
  readonly groups: readonly (string | undefined)[];
  readonly named: Readonly<Record<string, string | undefined>>;
}

/** A compiled pattern with RE2's meaning, whatever engine runs it. */
export interface Pattern {
  readonly source: string;
  /** Every match contains one of these (ignoring case if `ignoreCase`); undefined when nothing is known. */
  readonly literals: readonly string[] | undefined;
  readonly ignoreCase: boolean;
  test(text: string): boolean;
  matches(text: string): Match[];
  first(text: string): Match | undefined;
}

/** Upper bound of backtracking steps that we let JavaScript's engine risk before RE2's linear one takes over. */
const maximumSteps = 1e9;

const compiled = new Map<string, Pattern | undefined>();

/**
 * Compiles an RE2 pattern; undefined when RE2 rejects it. JavaScript's engine runs it where both agree and the text
 * is too small for backtracking to hurt, re2js otherwise.
 * Source: https://github.com/google/re2/wiki/Syntax
 */
export function compileRe2(source: string, options: { multiline?: boolean } = {}): Pattern | undefined {
  const multiline = options.multiline ?? false;
  const key = `${multiline ? 'm' : '-'}${source}`;
  if (!compiled.has(key)) compiled.set(key, build(source, multiline));
  return compiled.get(key);
}

function build(source: string, multiline: boolean): Pattern | undefined {
  const scan = scanPattern(source);
  const fast = scan.javaScript === undefined ? undefined : tryRegExp(scan, multiline);
  // Both flavours accept what the scan calls shared, so RE2 needs compiling only when it has to run.
  let slow: RE2JS | undefined;
  const linear = (): RE2JS | undefined => (slow ??= tryRe2(source, multiline));
  if (!fast && !linear()) return undefined;
  const engineFor = (text: string): RegExp | RE2JS | undefined =>
    fast && isCheap(scan, text) ? fast : (linear() ?? fast);
  const screen = createScreen(scan);
  return {
    source,
    literals: scan.literals,
    ignoreCase: scan.ignoreCase,
    test(text) {
      if (!screen(text)) return false;
      const engine = engineFor(text);
      return engine instanceof RegExp ? text.search(engine) >= 0 : (engine?.test(text) ?? false);
    },
    matches(text) {
      const engine = engineFor(text);
      if (!engine) return [];
      return engine instanceof RegExp
        ? Array.from(text.matchAll(engine), fromJavaScript)
        : linearMatches(engine, text);
    },
    first(text) {
      const engine = engineFor(text);
      if (!engine) return undefined;
      if (engine instanceof RE2JS) return linearMatches(engine, text, 1)[0];
      const index = text.search(engine);
      return index < 0 ? undefined : fromJavaScript(matchAt(engine, text, index));
    },
  };
}

/** A text without any of the literals that a match must have need not be searched. */
function createScreen({ literals, ignoreCase }: PatternScan): (text: string) => boolean {
  if (!literals) return () => true;
  if (!ignoreCase) return (text) => literals.some((literal) => text.includes(literal));
  const pattern = new RegExp(literals.map(escapeRegExp).join('|'), 'i');
  return (text) => pattern.test(text);
}

function matchAt(engine: RegExp, text: string, index: number): RegExpExecArray {
  const sticky = new RegExp(engine.source, engine.flags);
  sticky.lastIndex = index;
  const match = sticky.exec(text);
  if (!match) throw new Error('a match that search() found is gone');
  return match;
}

function tryRegExp(scan: PatternScan, multiline: boolean): RegExp | undefined {
  try {
    return new RegExp(scan.javaScript ?? '', `g${multiline ? 'm' : ''}${scan.ignoreCase ? 'i' : ''}`);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function tryRe2(source: string, multiline: boolean): RE2JS | undefined {
  try {
    return RE2JS.compile(source, multiline ? RE2JS.MULTILINE : 0);
  } catch (error) {
    if (error instanceof RE2JSException) return undefined;
    throw error;
  }
}

function isCheap(scan: PatternScan, text: string): boolean {
  if (scan.repetitions === 0) return true;
  if (scan.repetitions === Infinity) return false;
  if (text.length ** (scan.repetitions + 1) <= maximumSteps) return true;
  return scan.withinLine && text.length * longestLine(text) ** scan.repetitions <= maximumSteps;
}

let measured: { text: string; longest: number } = { text: '', longest: 0 };

function longestLine(text: string): number {
  if (measured.text === text) return measured.longest;
  let longest = 0;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    longest = Math.max(longest, end - start);
    start = end + 1;
  }
  measured = { text, longest: Math.max(longest, text.length - start) };
  return measured.longest;
}

function fromJavaScript(match: RegExpExecArray): Match {
  return { index: match.index, text: match[0], groups: match.slice(1), named: { ...match.groups } };
}

function linearMatches(engine: RE2JS, text: string, limit = Infinity): Match[] {
  const found: Match[] = [];
  const matcher = engine.matcher(text);
  const names = Object.keys(engine.namedGroups());
  while (found.length < limit && matcher.find()) {
    const groups: (string | undefined)[] = [];
    for (let i = 1; i <= matcher.groupCount(); i++) groups.push(matcher.group(i) ?? undefined);
    const named = Object.fromEntries(names.map((name) => [name, matcher.group(name) ?? undefined]));
    found.push({ index: matcher.start(), text: matcher.group() ?? '', groups, named });
  }
  return found;
}

/** One alternative of a `java.referenced` pattern. */
export interface JavaPattern {
  readonly text: string;
  /** Holds `*` or `?`: matched case-insensitively, `*` across dots. */
  readonly isGlob: boolean;
  /** Last segment, for looking things up; undefined when it is a glob. */
  readonly simple: string | undefined;
  /** The parts before the last dot; empty for a bare name. */
  readonly qualifier: string;
  /** Number of parameters that the pattern asks for. */
  readonly parameters: number | undefined;
  /** Tests a qualified name. */
  readonly test: (name: string) => boolean;
  /** Tests what stands before the last dot. */
  readonly testQualifier: (name: string) => boolean;
  /** Tests the last segment. */
  readonly testSimple: (name: string) => boolean;
}

/**
 * Reads the pattern language of `java.referenced`: `a.(B|C).d`, `(x)?`, globs, and an optional parameter list and
 * return type for methods.
 */
export function parseJavaPattern(pattern: string): JavaPattern[] {
  return expandAlternatives(pattern.trim()).map(build);
}

/** `a(b|c)?d` is abd, acd and ad. Parentheses without a bar are a parameter list and stay. */
function expandAlternatives(pattern: string): string[] {
  const match = /\(([^()]*\|[^()]*)\)(\?)?/.exec(pattern);
  if (!match) return [pattern];
  const [whole, inside = '', optional] = match;
  const [before, after] = [pattern.slice(0, match.index), pattern.slice(match.index + whole.length)];
  const variants = inside.split('|').map((alternative) => before + alternative + after);
  if (optional) variants.push(before + after);
  return variants.flatMap(expandAlternatives);
}

function build(source: string): JavaPattern {
  const list = /\(([^()]*)\)/.exec(source);
  const withoutList = list ? source.slice(0, list.index) : source;
  // `name returnType`: the return type is not looked at.
  const text = withoutList.trim().split(/\s+/)[0] ?? '';
  const dot = text.lastIndexOf('.');
  const [qualifier, simple] = [text.slice(0, Math.max(0, dot)), text.slice(dot + 1)];
  const inside = list?.[1]?.trim();
  return {
    text,
    isGlob: /[*?]/.test(text),
    simple: /[*?]/.test(simple) ? undefined : simple,
    qualifier,
    parameters: inside === undefined ? undefined : inside === '' ? 0 : inside.split(',').length,
    test: globTest(text),
    testQualifier: globTest(qualifier),
    testSimple: globTest(simple),
  };
}

function globTest(text: string): (name: string) => boolean {
  if (!/[*?]/.test(text)) return (name) => name === text;
  const source = text
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  const regex = new RegExp(`^${source}$`, 'is');
  return (name) => regex.test(name);
}

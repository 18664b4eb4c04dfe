import type { Match } from './regex.js';

/**
 * Patterns that RE2 rejects and a backtracking engine accepts: lookaround, backreferences, possessive quantifiers.
 * JavaScript's engine stands in for regexp2 and PCRE. Lines longer than this are not searched, which bounds what a
 * hostile file can cost.
 */
const longestLine = 20_000;

/** Compiles a pattern as regexp2 or PCRE would read it, as far as JavaScript can say the same; undefined otherwise. */
export function compileBacktracking(source: string, flags: 'g' | 'gm'): RegExp | undefined {
  const flag = /^\(\?([ims]+)\)/.exec(source);
  const body = possessiveToAtomic(flag ? source.slice(flag[0].length) : source)
    .replace(/\(\?P?<([A-Za-z_]\w*)>/g, '(?<$1>')
    .replace(/\\A/g, '(?<![\\s\\S])')
    .replace(/\\[zZ]/g, '(?![\\s\\S])')
    .replace(/\\h/g, '[ \\t]');
  const all = new Set(Array.from(flags + (flag?.[1] ?? '')));
  try {
    return new RegExp(body, [...all].join(''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Matches within lines only, as `grep -oP` finds them; overlong lines are skipped. */
export function matchLines(pattern: RegExp, text: string): Match[] {
  const found: Match[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    if (line.length <= longestLine) {
      for (const match of line.matchAll(pattern)) {
        if (match[0] !== '')
          found.push({
            index: offset + match.index,
            text: match[0],
            groups: match.slice(1),
            named: { ...match.groups },
          });
      }
    }
    offset += line.length + 1;
  }
  return found;
}

/** `a++` becomes `(?=(?<p1>a+))\k<p1>`, which never gives back what it took; only simple atoms are rewritten. */
function possessiveToAtomic(source: string): string {
  let count = 0;
  return source.replace(
    /(\[[^\]]*\]|\\[a-zA-Z]|[A-Za-z0-9.])([*+?])\+/g,
    (_whole, atom: string, quantifier: string) => {
      const name = `possessive${++count}`;
      return `(?=(?<${name}>${atom}${quantifier}))\\k<${name}>`;
    },
  );
}

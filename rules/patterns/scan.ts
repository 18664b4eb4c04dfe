/**
 * What can be told of a regular expression by reading it once: whether JavaScript gives it the same meaning as RE2,
 * how badly backtracking could explode, and which text every match must contain.
 */
export interface PatternScan {
  /** JavaScript source with the same meaning, when the pattern uses only what both flavours share. */
  readonly javaScript: string | undefined;
  readonly ignoreCase: boolean;
  /** Unbounded repetitions that one match can pass through; `Infinity` when one stands inside another. */
  readonly repetitions: number;
  /** No match can cross the end of a line. */
  readonly withinLine: boolean;
  /** Every match contains one of these; undefined when nothing is known. */
  readonly literals: readonly string[] | undefined;
}

interface State {
  readonly source: string;
  position: number;
  output: string;
  shared: boolean;
  withinLine: boolean;
}

const sharedEscapes = /[dDwWbBnrtfv]/;

/** Reads an RE2 pattern. The multi-line flag is assumed to be set by the caller where it wants it. */
export function scanPattern(pattern: string): PatternScan {
  const leading = /^\(\?i\)/.exec(pattern);
  const source = leading ? pattern.slice(leading[0].length) : pattern;
  const state: State = {
    source,
    position: 0,
    output: '',
    shared: true,
    withinLine: true,
  };
  const body = readAlternatives(state);
  if (state.position < source.length) state.shared = false;
  return {
    javaScript: state.shared ? state.output : undefined,
    ignoreCase: leading !== null,
    repetitions: body.repetitions,
    withinLine: state.withinLine,
    literals: body.literals,
  };
}

interface Body {
  readonly literals: readonly string[] | undefined;
  /** Of a sequence the sum, of alternatives the largest. */
  readonly repetitions: number;
}

function readAlternatives(state: State): Body {
  const bodies: Body[] = [readSequence(state)];
  while (state.source[state.position] === '|') {
    state.output += '|';
    state.position++;
    bodies.push(readSequence(state));
  }
  const repetitions = Math.max(...bodies.map((body) => body.repetitions));
  const literals: string[] = [];
  for (const body of bodies) {
    if (!body.literals) return { literals: undefined, repetitions };
    literals.push(...body.literals);
  }
  return { literals, repetitions };
}

function readSequence(state: State): Body {
  let best: readonly string[] | undefined;
  let run = '';
  let repetitions = 0;
  const offer = (literals: readonly string[] | undefined): void => {
    if (literals && shortest(literals) > (best ? shortest(best) : 1)) best = literals;
  };
  while (state.position < state.source.length) {
    const char = state.source[state.position];
    if (char === '|' || char === ')') break;
    const atom = readAtom(state);
    const quantifier = readQuantifier(state);
    if (quantifier.unbounded || (quantifier.counted && atom.repetitions > 0))
      repetitions += atom.repetitions > 0 ? Infinity : 1;
    else repetitions += atom.repetitions;
    if (typeof atom.literal === 'string' && quantifier.once) {
      run += atom.literal;
      continue;
    }
    offer(run ? [run] : undefined);
    run = '';
    if (Array.isArray(atom.literal) && quantifier.atLeastOnce) offer(atom.literal);
  }
  offer(run ? [run] : undefined);
  return { literals: best, repetitions };
}

function shortest(literals: readonly string[]): number {
  return Math.min(...literals.map((literal) => literal.length));
}

interface Atom {
  readonly literal: string | readonly string[] | undefined;
  readonly repetitions: number;
}

function readAtom(state: State): Atom {
  const char = state.source[state.position] ?? '';
  if (char === '(') return readGroup(state);
  if (char === '[') return readClass(state);
  if (char === '\\') return readEscape(state);
  state.position++;
  state.output += char;
  if (char === '.' || char === '^' || char === '$') return { literal: undefined, repetitions: 0 };
  if (char === '\n') state.withinLine = false;
  if (char === '*' || char === '+' || char === '?') state.shared = false;
  return { literal: char, repetitions: 0 };
}

function readEscape(state: State): Atom {
  const escaped = state.source[state.position + 1] ?? '';
  state.position += 2;
  if (escaped === 's' || escaped === 'S') {
    // RE2's \s is ASCII and has no vertical tab; JavaScript's is wider.
    state.output += escaped === 's' ? '[\\t\\n\\f\\r ]' : '[^\\t\\n\\f\\r ]';
    if (escaped === 's') state.withinLine = false;
    return { literal: undefined, repetitions: 0 };
  }
  if (/[^A-Za-z0-9\s]/.test(escaped)) {
    state.output += `\\${escaped}`;
    return { literal: escaped, repetitions: 0 };
  }
  if (!sharedEscapes.test(escaped)) state.shared = false;
  if (/[nrDW]/.test(escaped)) state.withinLine = false;
  state.output += `\\${escaped}`;
  return { literal: undefined, repetitions: 0 };
}

function readClass(state: State): Atom {
  const start = state.position;
  let end = start + 1;
  if (state.source[end] === '^') {
    end++;
    state.withinLine = false;
  }
  if (state.source[end] === ']') {
    state.shared = false;
    end++;
  }
  while (end < state.source.length && state.source[end] !== ']') {
    if (state.source[end] === '[' && state.source[end + 1] === ':') state.shared = false;
    end += state.source[end] === '\\' ? 2 : 1;
  }
  const text = state.source.slice(start, end + 1);
  if (/\\[sSnrDW]/.test(text)) state.withinLine = false;
  if (/\\[^dDwWnrtfv\W]/.test(text.replace(/\\s/g, '')) || text.includes('\\S')) state.shared = false;
  if (text.startsWith('[^') && text.includes('\\n')) state.withinLine = true;
  state.position = end + 1;
  state.output += text.replace(/\\s/g, '\\t\\n\\f\\r ');
  return { literal: undefined, repetitions: 0 };
}

function readGroup(state: State): Atom {
  const opening = /^\((?:\?(?:P?<([A-Za-z_][A-Za-z0-9_]*)>|:))?/.exec(state.source.slice(state.position));
  const head = opening?.[0] ?? '(';
  state.position += head.length;
  if (head === '(' && state.source[state.position] === '?') state.shared = false;
  state.output += opening?.[1] ? `(?<${opening[1]}>` : head;
  const body = readAlternatives(state);
  if (state.source[state.position] === ')') {
    state.position++;
    state.output += ')';
  } else {
    state.shared = false;
  }
  return { literal: body.literals, repetitions: body.repetitions };
}

interface Quantifier {
  readonly once: boolean;
  readonly atLeastOnce: boolean;
  readonly unbounded: boolean;
  /** `{n,m}`. */
  readonly counted: boolean;
}

function readQuantifier(state: State): Quantifier {
  const match = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(
    state.source.slice(state.position, state.position + 24),
  );
  if (!match) return { once: true, atLeastOnce: true, unbounded: false, counted: false };
  const text = match[0];
  state.position += text.length;
  state.output += text;
  const next = state.source[state.position];
  if (next === '*' || next === '+' || next === '?') state.shared = false;
  return {
    once: false,
    atLeastOnce: text.startsWith('+') || /^\{[1-9]/.test(text),
    unbounded: /^[*+]/.test(text) || /^\{\d+,\}/.test(text),
    counted: text.startsWith('{'),
  };
}

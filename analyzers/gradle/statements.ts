/** A statement of a build script: its text on one line, where it starts, and the blocks around it. */
export interface Statement {
  readonly text: string;
  readonly line: number;
  /** Headers of the blocks around it, outermost first: `['dependencies']`, `["project(':web')", 'dependencies']`. */
  readonly blocks: readonly string[];
}

/**
 * Cuts a Groovy or Kotlin build script into statements without running it: comments go, strings stay, blocks become
 * paths. A block's header is a statement too.
 */
export function readStatements(script: string): readonly Statement[] {
  const text = blankComments(script);
  const statements: Statement[] = [];
  const blocks: string[] = [];
  let current = '';
  let line = 1;
  let start = 1;
  let depth = 0;
  const flush = (): string => {
    const done = current.replace(/\s+/g, ' ').trim();
    if (done !== '') statements.push({ text: done, line: start, blocks: [...blocks] });
    current = '';
    return done;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '"' || char === "'") {
      const end = endOfString(text, i);
      const literal = text.slice(i, end);
      if (current.trim() === '') start = line;
      current += literal;
      line += literal.split('\n').length - 1;
      i = end - 1;
    } else if (char === '{' && depth === 0) {
      blocks.push(flush());
    } else if (char === '}' && depth === 0) {
      flush();
      blocks.pop();
    } else if ((char === '\n' || char === ';') && depth === 0 && !continues(current, text.slice(i + 1))) {
      flush();
    } else {
      if ('([{'.includes(char)) depth++;
      if (')]}'.includes(char)) depth = Math.max(0, depth - 1);
      if (current.trim() === '' && !/\s/.test(char)) start = line;
      current += char;
    }
    if (char === '\n') line++;
  }
  flush();
  return statements;
}

/** A line goes on when it ends in an operator or comma, or the next one starts with a dot. */
function continues(current: string, rest: string): boolean {
  return /[,=+\\(]\s*$/.test(current) || (current.trim() !== '' && /^[ \t]*\n?[ \t]*\.\w/.test(rest));
}

function endOfString(text: string, start: number): number {
  const quote = text.charAt(start);
  if (text.startsWith(quote.repeat(3), start)) {
    const end = text.indexOf(quote.repeat(3), start + 3);
    return end < 0 ? text.length : end + 3;
  }
  for (let i = start + 1; i < text.length; i++) {
    if (text.charAt(i) === '\\') i++;
    else if (text.charAt(i) === quote || text.charAt(i) === '\n') return i + 1;
  }
  return text.length;
}

/** Comments become blanks, so that lines stay where they are; `//` in a string is none. */
function blankComments(text: string): string {
  let result = '';
  for (let i = 0; i < text.length;) {
    const char = text.charAt(i);
    let end = i + 1;
    if (char === '"' || char === "'") {
      end = endOfString(text, i);
      result += text.slice(i, end);
    } else if (text.startsWith('//', i) || text.startsWith('/*', i)) {
      const closing = text.startsWith('//', i) ? text.indexOf('\n', i) : text.indexOf('*/', i + 2) + 2;
      end = closing < i + 2 ? text.length : closing;
      result += text.slice(i, end).replace(/[^\n]/g, ' ');
    } else {
      result += char;
    }
    i = end;
  }
  return result;
}

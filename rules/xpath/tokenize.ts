export interface Token {
  readonly kind: 'name' | 'literal' | 'number' | 'operator' | 'punctuation';
  /** A literal's text is without its quotes. */
  readonly text: string;
}

const token =
  /\s*(?:"([^"]*)"|'([^']*)'|(\d+(?:\.\d*)?|\.\d+)|([A-Za-z_\u0080-\uffff][\w.\u0080-\uffff-]*(?::(?!:)(?:\*|[A-Za-z_\u0080-\uffff][\w.\u0080-\uffff-]*))?)|(::|\/\/|!=|<=|>=|\.\.|[()[\].@,/|+\-=<>*]))/y;

/** Splits an expression. An unknown character becomes punctuation that no rule of the grammar accepts. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  let position = 0;
  while (source.slice(position).trim() !== '') {
    token.lastIndex = position;
    const match = token.exec(source);
    if (!match) {
      tokens.push({ kind: 'punctuation', text: source.slice(position).trim().charAt(0) });
      return tokens;
    }
    position = token.lastIndex;
    tokens.push(classify(match, tokens.at(-1)));
  }
  return tokens;
}

function classify(match: RegExpExecArray, previous: Token | undefined): Token {
  const [, double, single, number, name, symbol = ''] = match;
  const literal = double ?? single;
  if (literal !== undefined) return { kind: 'literal', text: literal };
  if (number !== undefined) return { kind: 'number', text: number };
  // A name or a star is an operator where an operand has just ended.
  // Source: https://www.w3.org/TR/1999/REC-xpath-19991116/#exprlex
  const operand = previous !== undefined && endsOperand(previous);
  if (name !== undefined) {
    const isOperator = operand && /^(and|or|div|mod)$/.test(name);
    return { kind: isOperator ? 'operator' : 'name', text: name };
  }
  if (symbol === '*') return { kind: operand ? 'operator' : 'punctuation', text: '*' };
  return { kind: /^(=|!=|<|<=|>|>=|\+|-|\|)$/.test(symbol) ? 'operator' : 'punctuation', text: symbol };
}

function endsOperand(token: Token): boolean {
  if (token.kind === 'operator') return false;
  return token.kind !== 'punctuation' || /^(\)|\]|\.|\.\.|\*)$/.test(token.text);
}

import { tokenize, type Token } from './tokenize.js';

/** An XPath 1.0 expression. Source: https://www.w3.org/TR/1999/REC-xpath-19991116/ */
export type Expression =
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'negate'; readonly operand: Expression }
  | { readonly kind: 'literal'; readonly value: string | number }
  | { readonly kind: 'call'; readonly name: string; readonly parameters: readonly Expression[] }
  | {
      readonly kind: 'path';
      /** Where the path starts: the document, the context node, or the nodes of an expression. */
      readonly from: 'root' | 'context' | Expression;
      readonly steps: readonly Step[];
    }
  | { readonly kind: 'filter'; readonly base: Expression; readonly predicates: readonly Expression[] };

export type BinaryOperator =
  'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod' | '|';

export interface Step {
  readonly axis: string;
  readonly test: NodeTest;
  readonly predicates: readonly Expression[];
}

export type NodeTest =
  | { readonly kind: 'name'; readonly prefix: string; readonly local: string }
  | { readonly kind: 'type'; readonly type: 'node' | 'text' | 'comment' | 'processing-instruction' };

/** Says why an expression cannot be read. */
export class XPathSyntaxError extends Error {
  override readonly name = 'XPathSyntaxError';
}

interface Reader {
  readonly tokens: readonly Token[];
  position: number;
}

/** Parses an expression; throws `XPathSyntaxError`. */
export function parseXPath(source: string): Expression {
  const reader: Reader = { tokens: tokenize(source), position: 0 };
  const expression = readBinary(reader, 0);
  if (reader.position < reader.tokens.length) fail(reader);
  return expression;
}

function fail(reader: Reader): never {
  const token = reader.tokens[reader.position];
  throw new XPathSyntaxError(token ? `unexpected '${token.text}'` : 'the expression ends too early');
}

function peek(reader: Reader, text: string, ahead = 0): boolean {
  const token = reader.tokens[reader.position + ahead];
  return token?.text === text && token.kind !== 'literal';
}

function accept(reader: Reader, text: string): boolean {
  if (!peek(reader, text)) return false;
  reader.position++;
  return true;
}

function expect(reader: Reader, text: string): void {
  if (!accept(reader, text)) fail(reader);
}

const levels: readonly (readonly BinaryOperator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];

function readBinary(reader: Reader, level: number): Expression {
  const operators = levels[level];
  if (!operators) return readUnary(reader);
  let left = readBinary(reader, level + 1);
  for (;;) {
    const token = reader.tokens[reader.position];
    const operator = token?.kind === 'operator' ? operators.find((name) => name === token.text) : undefined;
    if (!operator) return left;
    reader.position++;
    left = { kind: 'binary', operator, left, right: readBinary(reader, level + 1) };
  }
}

function readUnary(reader: Reader): Expression {
  if (accept(reader, '-')) return { kind: 'negate', operand: readUnary(reader) };
  let left = readPath(reader);
  while (accept(reader, '|')) left = { kind: 'binary', operator: '|', left, right: readPath(reader) };
  return left;
}

function readPath(reader: Reader): Expression {
  if (accept(reader, '/'))
    return { kind: 'path', from: 'root', steps: startsStep(reader) ? readSteps(reader) : [] };
  if (accept(reader, '//')) return { kind: 'path', from: 'root', steps: [descendants, ...readSteps(reader)] };
  const primary = readPrimary(reader);
  if (!primary) return { kind: 'path', from: 'context', steps: readSteps(reader) };
  const predicates = readPredicates(reader);
  const base: Expression = predicates.length > 0 ? { kind: 'filter', base: primary, predicates } : primary;
  if (accept(reader, '/')) return { kind: 'path', from: base, steps: readSteps(reader) };
  if (accept(reader, '//')) return { kind: 'path', from: base, steps: [descendants, ...readSteps(reader)] };
  return base;
}

const nodeTypes = ['node', 'text', 'comment', 'processing-instruction'] as const;

function readPrimary(reader: Reader): Expression | undefined {
  const token = reader.tokens[reader.position];
  if (!token) return fail(reader);
  if (token.kind === 'literal') {
    reader.position++;
    return { kind: 'literal', value: token.text };
  }
  if (token.kind === 'number') {
    reader.position++;
    return { kind: 'literal', value: Number(token.text) };
  }
  if (accept(reader, '(')) {
    const inner = readBinary(reader, 0);
    expect(reader, ')');
    return inner;
  }
  const isCall =
    token.kind === 'name' && peek(reader, '(', 1) && !nodeTypes.some((type) => type === token.text);
  return isCall ? readCall(reader, token.text) : undefined;
}

function readCall(reader: Reader, name: string): Expression {
  reader.position += 2;
  const parameters: Expression[] = [];
  if (!peek(reader, ')')) {
    do parameters.push(readBinary(reader, 0));
    while (accept(reader, ','));
  }
  expect(reader, ')');
  return { kind: 'call', name, parameters };
}

const anyNode: NodeTest = { kind: 'type', type: 'node' };
const descendants: Step = { axis: 'descendant-or-self', test: anyNode, predicates: [] };

function startsStep(reader: Reader): boolean {
  const token = reader.tokens[reader.position];
  return token?.kind === 'name' || ['.', '..', '@', '*'].some((text) => peek(reader, text));
}

function readSteps(reader: Reader): Step[] {
  const steps: Step[] = [readStep(reader)];
  for (;;) {
    if (accept(reader, '/')) steps.push(readStep(reader));
    else if (accept(reader, '//')) steps.push(descendants, readStep(reader));
    else return steps;
  }
}

function readStep(reader: Reader): Step {
  if (accept(reader, '.')) return { axis: 'self', test: anyNode, predicates: readPredicates(reader) };
  if (accept(reader, '..')) return { axis: 'parent', test: anyNode, predicates: readPredicates(reader) };
  let axis = 'child';
  const token = reader.tokens[reader.position];
  if (accept(reader, '@')) axis = 'attribute';
  else if (token?.kind === 'name' && peek(reader, '::', 1)) {
    axis = token.text;
    reader.position += 2;
  }
  const test = readNodeTest(reader);
  return { axis, test, predicates: readPredicates(reader) };
}

function readNodeTest(reader: Reader): NodeTest {
  const token = reader.tokens[reader.position];
  if (accept(reader, '*')) return { kind: 'name', prefix: '', local: '*' };
  if (token?.kind !== 'name') return fail(reader);
  reader.position++;
  const type = nodeTypes.find((name) => name === token.text);
  if (type && accept(reader, '(')) {
    if (reader.tokens[reader.position]?.kind === 'literal') reader.position++;
    expect(reader, ')');
    return { kind: 'type', type };
  }
  const colon = token.text.indexOf(':');
  return colon < 0
    ? { kind: 'name', prefix: '', local: token.text }
    : { kind: 'name', prefix: token.text.slice(0, colon), local: token.text.slice(colon + 1) };
}

function readPredicates(reader: Reader): Expression[] {
  const predicates: Expression[] = [];
  while (accept(reader, '[')) {
    predicates.push(readBinary(reader, 0));
    expect(reader, ']');
  }
  return predicates;
}

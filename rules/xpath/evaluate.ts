import { callFunction } from './functions.js';
import { stringValue, type XNode } from './node.js';
import type { BinaryOperator, Expression, NodeTest, Step } from './parse.js';
import { type Focus, isNodes, nodesOf, toBoolean, toNumber, type Value, XPathPanic } from './values.js';

/** What evaluation needs besides nodes. */
export interface Environment {
  /** Prefix to URI; undefined compares prefixes as written. */
  readonly namespaces: Readonly<Record<string, string>> | undefined;
}

/** Evaluates an expression at the document node. */
export function evaluateXPath(expression: Expression, root: XNode, environment: Environment): Value {
  return evaluate(expression, { node: root, position: 1, size: 1 }, environment);
}

function evaluate(expression: Expression, focus: Focus, environment: Environment): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'negate':
      return -toNumber(evaluate(expression.operand, focus, environment));
    case 'call':
      return callFunction(
        expression.name,
        expression.parameters.map((parameter) => evaluate(parameter, focus, environment)),
        focus,
      );
    case 'binary':
      return evaluateBinary(expression.operator, expression.left, expression.right, focus, environment);
    case 'filter':
      return filter(
        nodesOf(evaluate(expression.base, focus, environment)),
        expression.predicates,
        environment,
      );
    case 'path': {
      let nodes: readonly XNode[] = startOf(expression.from, focus, environment);
      for (const step of expression.steps) nodes = take(step, nodes, environment);
      return nodes;
    }
  }
}

function startOf(
  from: 'root' | 'context' | Expression,
  focus: Focus,
  environment: Environment,
): readonly XNode[] {
  if (from === 'context') return [focus.node];
  if (from !== 'root') return nodesOf(evaluate(from, focus, environment));
  let node = focus.node;
  while (node.parent) node = node.parent;
  return [node];
}

function take(step: Step, nodes: readonly XNode[], environment: Environment): readonly XNode[] {
  const found: XNode[] = [];
  for (const node of nodes) {
    const candidates = axis(step.axis, node).filter((candidate) => passes(candidate, step, environment));
    for (const candidate of filter(candidates, step.predicates, environment)) found.push(candidate);
  }
  return nodes.length > 1 || isReverse(step.axis) ? inDocumentOrder(found) : found;
}

function filter(
  nodes: readonly XNode[],
  predicates: readonly Expression[],
  environment: Environment,
): readonly XNode[] {
  let left = nodes;
  for (const predicate of predicates) {
    const size = left.length;
    left = left.filter((node, index) => {
      const value = evaluate(predicate, { node, position: index + 1, size }, environment);
      return typeof value === 'number' ? value === index + 1 : toBoolean(value);
    });
  }
  return left;
}

export function inDocumentOrder(nodes: readonly XNode[]): XNode[] {
  return [...new Set(nodes)].sort((a, b) => a.order - b.order);
}

function isReverse(name: string): boolean {
  return name.startsWith('ancestor') || name.startsWith('preceding');
}

/** Nodes along an axis; reverse axes nearest first, as positions count. */
function axis(name: string, node: XNode): readonly XNode[] {
  const siblings = node.parent?.children ?? [];
  const index = siblings.indexOf(node);
  switch (name) {
    case 'child':
      return node.children;
    case 'attribute':
      return node.attributes;
    case 'self':
      return [node];
    case 'parent':
      return node.parent ? [node.parent] : [];
    case 'descendant':
      return descendants(node).slice(1);
    case 'descendant-or-self':
      return descendants(node);
    case 'ancestor':
      return ancestors(node).slice(1);
    case 'ancestor-or-self':
      return ancestors(node);
    case 'following-sibling':
      return index < 0 ? [] : siblings.slice(index + 1);
    case 'preceding-sibling':
      return index < 0 ? [] : siblings.slice(0, index).reverse();
    case 'following':
      return ancestors(node).flatMap((a) => axis('following-sibling', a).flatMap(descendants));
    case 'preceding':
      return ancestors(node).flatMap((a) =>
        axis('preceding-sibling', a).flatMap((s) => descendants(s).reverse()),
      );
    default:
      throw new XPathPanic(`no axis ${name}`);
  }
}

function descendants(node: XNode): XNode[] {
  const found: XNode[] = [];
  const visit = (current: XNode): void => {
    found.push(current);
    for (const child of current.children) visit(child);
  };
  visit(node);
  return found;
}

function ancestors(node: XNode): XNode[] {
  const found: XNode[] = [];
  for (let current: XNode | undefined = node; current; current = current.parent) found.push(current);
  return found;
}

function passes(node: XNode, step: Step, environment: Environment): boolean {
  if (step.test.kind === 'type') return passesType(node, step.test);
  const { prefix, local } = step.test;
  if (node.kind !== (step.axis === 'attribute' ? 'attribute' : 'element')) return false;
  if (local === '*') return prefix === '';
  if (node.local !== local) return false;
  if (prefix === '') return node.prefix === '';
  if (!environment.namespaces) return node.prefix === prefix;
  return node.namespace === environment.namespaces[prefix];
}

function passesType(node: XNode, test: Extract<NodeTest, { kind: 'type' }>): boolean {
  if (test.type === 'node') return true;
  return node.kind === test.type;
}

function evaluateBinary(
  operator: BinaryOperator,
  left: Expression,
  right: Expression,
  focus: Focus,
  environment: Environment,
): Value {
  const a = evaluate(left, focus, environment);
  if (operator === 'or') return toBoolean(a) || toBoolean(evaluate(right, focus, environment));
  if (operator === 'and') return toBoolean(a) && toBoolean(evaluate(right, focus, environment));
  const b = evaluate(right, focus, environment);
  switch (operator) {
    case '|':
      return inDocumentOrder([...nodesOf(a), ...nodesOf(b)]);
    case '+':
      return toNumber(a) + toNumber(b);
    case '-':
      return toNumber(a) - toNumber(b);
    case '*':
      return toNumber(a) * toNumber(b);
    case 'div':
      return toNumber(a) / toNumber(b);
    case 'mod':
      return toNumber(a) % toNumber(b);
    default:
      return compareValues(operator, a, b);
  }
}

type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

function compareValues(operator: Comparison, a: Value, b: Value): boolean {
  if (isNodes(a)) {
    if (!isNodes(b)) return a.some((node) => compareAtoms(operator, atomOf(node, b), b));
    const texts = b.map(stringValue);
    return a.some((node) => texts.some((text) => compareAtoms(operator, stringValue(node), text)));
  }
  if (isNodes(b)) return b.some((node) => compareAtoms(operator, a, atomOf(node, a)));
  return compareAtoms(operator, a, b);
}

/** The reference panics where the standard converts: node against boolean, and text that is no number against number. */
function atomOf(node: XNode, other: Exclude<Value, readonly XNode[]>): string | number {
  const text = stringValue(node);
  if (typeof other === 'boolean') throw new XPathPanic('node-set compared with a boolean');
  if (typeof other === 'string') return text;
  const number = toNumber(text);
  if (Number.isNaN(number)) throw new XPathPanic('text compared with a number');
  return number;
}

function compareAtoms(
  operator: Comparison,
  a: string | number | boolean,
  b: string | number | boolean,
): boolean {
  if (operator === '=' || operator === '!=') {
    const equal = typeof a === 'string' && typeof b === 'string' ? a === b : toNumber(a) === toNumber(b);
    return equal === (operator === '=');
  }
  const [x, y] = [toNumber(a), toNumber(b)];
  if (operator === '<') return x < y;
  if (operator === '<=') return x <= y;
  return operator === '>' ? x > y : x >= y;
}

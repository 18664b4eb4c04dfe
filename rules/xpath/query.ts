import { evaluateXPath, inDocumentOrder } from './evaluate.js';
import { hasFunction } from './functions.js';
import type { XNode } from './node.js';
import { type Expression, parseXPath, type Step, XPathSyntaxError } from './parse.js';
import { isNodes, XPathPanic } from './values.js';
import type { Text } from '../../model/text.js';
import { reasons } from '../engine/reasons.js';

/** An expression ready to run over many documents. */
export type Query = (root: XNode) => readonly XNode[];

const queries = new Map<string, Query | { readonly error: Text }>();

/**
 * Compiles an expression. Its result on a document is the nodes found: nothing for booleans, numbers and strings,
 * nor where the reference's library would panic.
 */
export function compileQuery(
  source: string,
  namespaces: Readonly<Record<string, string>> | undefined,
): Query | { readonly error: Text } {
  const key = JSON.stringify([source, namespaces]);
  const known = queries.get(key);
  if (known) return known;
  const query = build(source, namespaces);
  queries.set(key, query);
  return query;
}

function build(
  source: string,
  namespaces: Readonly<Record<string, string>> | undefined,
): Query | { readonly error: Text } {
  let expression: Expression;
  try {
    expression = parseXPath(source);
  } catch (error) {
    if (error instanceof XPathSyntaxError) return { error: reasons.xpath(source, error.message) };
    throw error;
  }
  const fault = findFault(expression, namespaces);
  if (fault !== undefined) return { error: reasons.xpath(source, fault) };
  return (root) => {
    try {
      const value = evaluateXPath(expression, root, { namespaces });
      return isNodes(value) ? inDocumentOrder(value) : [];
    } catch (error) {
      if (error instanceof XPathPanic) return [];
      throw error;
    }
  };
}

/** An unknown function, or a prefix that the map does not have. */
function findFault(
  expression: Expression,
  namespaces: Readonly<Record<string, string>> | undefined,
): string | undefined {
  const inAll = (list: readonly Expression[]): string | undefined => {
    for (const item of list) {
      const fault = findFault(item, namespaces);
      if (fault !== undefined) return fault;
    }
    return undefined;
  };
  switch (expression.kind) {
    case 'literal':
      return undefined;
    case 'negate':
      return inAll([expression.operand]);
    case 'binary':
      return inAll([expression.left, expression.right]);
    case 'filter':
      return inAll([expression.base, ...expression.predicates]);
    case 'call':
      return hasFunction(expression.name) ? inAll(expression.parameters) : `no function ${expression.name}`;
    case 'path': {
      const from = typeof expression.from === 'object' ? [expression.from] : [];
      const fault = expression.steps
        .map((step) => prefixFault(step, namespaces))
        .find((f) => f !== undefined);
      return fault ?? inAll([...from, ...expression.steps.flatMap((step) => step.predicates)]);
    }
  }
}

function prefixFault(
  step: Step,
  namespaces: Readonly<Record<string, string>> | undefined,
): string | undefined {
  if (!namespaces || step.test.kind !== 'name' || step.test.prefix === '') return undefined;
  return Object.hasOwn(namespaces, step.test.prefix)
    ? undefined
    : `prefix ${step.test.prefix} has no namespace`;
}

import type { SyntaxNode } from '../syntax/grammar.js';
import { limitDepth } from '../syntax/limit-depth.js';
import { splitAt, trimSpan } from './expressions.js';
import type { PhpFolder, Span } from './expressions.js';
import type { PhpText } from './php-text.js';

/** A constant's definition: `define('A', 'x')`, `const A = 'x'`, a class's constant as `Class::A`. */
export interface ConstantDefinition {
  readonly name: string;
  readonly value: Span;
  readonly line: number;
}

/**
 * Finds the constants of a file, and folds expressions of literals, dots and those constants. Conditional definitions
 * count like others; of several of one name the first counts, as in PHP.
 */
export function readConstants(
  text: PhpText,
  className: (node: SyntaxNode) => string | undefined,
): { definitions: readonly ConstantDefinition[]; fold: PhpFolder } {
  const definitions: ConstantDefinition[] = [];
  const byName = new Map<string, Span>();
  const values = new Map<string, string | undefined>();
  const valueOf = (name: string): string | undefined => {
    if (!values.has(name)) {
      // Set first, so that a name that refers to itself ends here.
      values.set(name, undefined);
      const span = byName.get(name);
      if (span) values.set(name, fold(span));
    }
    return values.get(name);
  };
  const fold: PhpFolder = limitDepth((span) => {
    let result: string | undefined;
    for (const part of splitAt(text, span, '.')) {
      const value = foldOperand(text, trimSpan(text, part), fold, valueOf);
      if (value === undefined) return undefined;
      result = (result ?? '') + value;
    }
    return result;
  });
  for (const node of text.nodes) {
    const found = readDefinition(text, node, className, fold);
    if (!found) continue;
    definitions.push(found);
    if (!byName.has(found.name)) byName.set(found.name, found.value);
  }
  return { definitions, fold };
}

function readDefinition(
  text: PhpText,
  node: SyntaxNode,
  className: (node: SyntaxNode) => string | undefined,
  fold: PhpFolder,
): ConstantDefinition | undefined {
  const { blank, partner } = text;
  if (node.kind === 'const_element') {
    const match = /^(\w+)\s*=/.exec(blank.slice(node.start, node.end));
    if (match?.[1] === undefined) return undefined;
    const owner = className(node);
    const name = owner === undefined ? match[1] : `${owner}::${match[1]}`;
    return {
      name,
      value: { start: node.start + match[0].length, end: node.end },
      line: text.line(node.start),
    };
  }
  const call =
    node.kind === 'function_call_expression'
      ? /^\\?define\s*\(/i.exec(blank.slice(node.start, node.end))
      : null;
  if (!call) return undefined;
  const open = node.start + call[0].length - 1;
  const [first, second] = splitAt(text, { start: open + 1, end: partner[open] ?? node.end }, ',');
  const name = first && fold(first);
  return name === undefined || !second ? undefined : { name, value: second, line: text.line(node.start) };
}

function foldOperand(
  text: PhpText,
  { start, end }: Span,
  fold: PhpFolder,
  valueOf: (name: string) => string | undefined,
): string | undefined {
  const literal = text.literalAt.get(start);
  if (literal?.end === end) return literal.interpolated || literal.shell ? undefined : literal.value;
  const written = text.blank.slice(start, end);
  if (written.startsWith('(')) {
    return text.partner[start] === end - 1 ? fold({ start: start + 1, end: end - 1 }) : undefined;
  }
  if (/^-?\s*\d[\w.]*$/.test(written)) return written.replace(/\s+|_/g, '');
  if (/^(?:true|false)$/i.test(written)) return written.toLowerCase();
  if (/^(?:DIRECTORY_SEPARATOR|PATH_SEPARATOR)$/.test(written)) return written.startsWith('D') ? '/' : ':';
  return /^\\?\w+(?:\s*::\s*\w+)?$/.test(written) ? valueOf(written.replace(/^\\|\s+/g, '')) : undefined;
}

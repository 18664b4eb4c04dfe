import type { SyntaxNode } from '../syntax/grammar.js';
import type { PhpNames } from './names.js';
import type { PhpClass, PhpSource } from './php-source.js';
import type { PhpText } from './php-text.js';

export const classKinds = [
  'class_declaration',
  'interface_declaration',
  'trait_declaration',
  'enum_declaration',
];
export const functionKinds = ['function_definition', 'method_declaration'];

/** The declarations of a file and where things stand. */
export interface PhpDeclarations {
  readonly functions: PhpSource['functions'];
  readonly classes: readonly PhpClass[];
  /** `function`, `Class.method` or `''`. */
  readonly enclosing: (node: SyntaxNode) => string;
  /** The class around a node. */
  readonly className: (node: SyntaxNode) => string | undefined;
  readonly inFunction: (node: SyntaxNode) => boolean;
}

/** Reads functions, and classes with their methods. */
export function readDeclarations(text: PhpText, names: PhpNames): PhpDeclarations {
  const classNames = new Map<SyntaxNode, string>();
  const functionNames = new Map<SyntaxNode, string>();
  for (const node of text.nodes) {
    if (classKinds.includes(node.kind)) {
      const name = /(?:^|\s)(?:class|interface|trait|enum)\s+(\w+)/i.exec(headOf(text, node))?.[1];
      if (name !== undefined) classNames.set(node, names.declare(name, node.start));
    } else if (functionKinds.includes(node.kind)) {
      const name = /\bfunction\s*&?\s*(\w+)\s*\(/i.exec(headOf(text, node))?.[1];
      if (name !== undefined) functionNames.set(node, name);
    }
  }
  const nearest = <T>(from: SyntaxNode | undefined, known: ReadonlyMap<SyntaxNode, T>): T | undefined => {
    let at = from;
    while (at && !known.has(at)) at = at.parent;
    return at && known.get(at);
  };
  const className = (node: SyntaxNode): string | undefined => nearest(node.parent, classNames);
  const enclosing = (node: SyntaxNode): string => {
    const method = nearest(node.parent, functionNames);
    const owner = className(node);
    return [owner, method].filter((part) => part !== undefined).join('.');
  };
  return {
    functions: [...functionNames].flatMap(([node, name]) =>
      node.kind === 'function_definition'
        ? { name, line: lineOf(text, node, name), parameters: parametersOf(text, node) }
        : [],
    ),
    classes: [...classNames].map(([node, name]) => describeClass(text, names, node, name, functionNames)),
    enclosing,
    className,
    inFunction: (node) => nearest(node.parent, functionNames) !== undefined || isInClosure(node),
  };
}

function isInClosure(node: SyntaxNode): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.kind === 'anonymous_function' || at.kind === 'arrow_function') return true;
  }
  return false;
}

function describeClass(
  text: PhpText,
  names: PhpNames,
  node: SyntaxNode,
  name: string,
  functionNames: ReadonlyMap<SyntaxNode, string>,
): PhpClass {
  const head = headOf(text, node);
  const list = (word: string): readonly string[] => {
    const clause = new RegExp(
      `\\s${word}\\s+([\\w\\\\,\\s]+?)(?=\\s(?:extends|implements)\\s|\\s*$)`,
      'i',
    ).exec(head)?.[1];
    return (clause ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => names.resolveClass(part, node.start));
  };
  const isInterface = node.kind === 'interface_declaration';
  const [parent] = isInterface ? [] : list('extends');
  const methods = [...functionNames].flatMap(([method, methodName]) =>
    method.kind === 'method_declaration' && method.parent === node
      ? { name: methodName, line: lineOf(text, method, methodName) }
      : [],
  );
  return {
    name,
    ...(parent === undefined ? {} : { parent }),
    interfaces: list(isInterface ? 'extends' : 'implements'),
    methods,
    line: lineOf(text, node, name.slice(name.lastIndexOf('\\') + 1)),
  };
}

/** What stands before the body. */
function headOf({ blank }: PhpText, node: SyntaxNode): string {
  const brace = blank.indexOf('{', node.start);
  return blank.slice(node.start, brace < 0 || brace > node.end ? node.end : brace);
}

/** The line of the name: attributes and modifiers may stand on lines before. */
function lineOf(text: PhpText, node: SyntaxNode, name: string): number {
  const at = headOf(text, node).search(
    new RegExp(`\\b(?:class|interface|trait|enum|function)\\s*&?\\s*${name}\\b`, 'i'),
  );
  return text.line(node.start + Math.max(0, at));
}

function parametersOf({ blank, partner }: PhpText, node: SyntaxNode): readonly string[] {
  const open = blank.indexOf('(', node.start);
  const inside = blank.slice(open, partner[open] ?? open);
  return Array.from(inside.matchAll(/\$(\w+)/g), (match) => match[1] ?? '');
}

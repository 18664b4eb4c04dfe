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
  const classNames = new Map<SyntaxNode, Named>();
  const functionNames = new Map<SyntaxNode, Named>();
  for (const node of text.nodes) {
    if (classKinds.includes(node.kind)) {
      const found = findName(text, node, /(?:^|\s)(?:class|interface|trait|enum)\s+(\w+)/i);
      if (found) classNames.set(node, { ...found, name: names.declare(found.name, node.start) });
    } else if (functionKinds.includes(node.kind)) {
      const found = findName(text, node, /\bfunction\s*&?\s*(\w+)\s*\(/i);
      if (found) functionNames.set(node, found);
    }
  }
  const nearest = <T>(from: SyntaxNode | undefined, known: ReadonlyMap<SyntaxNode, T>): T | undefined => {
    let at = from;
    while (at && !known.has(at)) at = at.parent;
    return at && known.get(at);
  };
  const methods = new Map<SyntaxNode, Named[]>();
  for (const [node, { name, line }] of functionNames) {
    if (node.kind !== 'method_declaration' || !node.parent) continue;
    const known = methods.get(node.parent);
    if (known) known.push({ name, line });
    else methods.set(node.parent, [{ name, line }]);
  }
  const className = (node: SyntaxNode): string | undefined => nearest(node.parent, classNames)?.name;
  const enclosing = (node: SyntaxNode): string => {
    const method = nearest(node.parent, functionNames)?.name;
    const owner = className(node);
    return [owner, method].filter((part) => part !== undefined).join('.');
  };
  return {
    functions: [...functionNames].flatMap(([node, { name, line }]) =>
      node.kind === 'function_definition' ? { name, line, parameters: parametersOf(text, node) } : [],
    ),
    classes: [...classNames].map(([node, named]) =>
      describeClass(text, names, node, { ...named, methods: methods.get(node) ?? [] }),
    ),
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
  { name, line, methods }: Named & { readonly methods: readonly Named[] },
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
  return {
    name,
    ...(parent === undefined ? {} : { parent }),
    interfaces: list(isInterface ? 'extends' : 'implements'),
    methods,
    line,
  };
}

/** What stands before the body. */
function headOf({ blank }: PhpText, node: SyntaxNode): string {
  const brace = blank.indexOf('{', node.start);
  return blank.slice(node.start, brace < 0 || brace > node.end ? node.end : brace);
}

/** A name with its line: attributes and modifiers may stand on lines before. */
interface Named {
  readonly name: string;
  readonly line: number;
}

function findName(text: PhpText, node: SyntaxNode, pattern: RegExp): Named | undefined {
  const match = pattern.exec(headOf(text, node));
  if (match?.[1] === undefined) return undefined;
  return { name: match[1], line: text.line(node.start + match.index + match[0].lastIndexOf(match[1])) };
}

function parametersOf({ blank, partner }: PhpText, node: SyntaxNode): readonly string[] {
  const open = blank.indexOf('(', node.start);
  const inside = blank.slice(open, partner[open] ?? open);
  return Array.from(inside.matchAll(/\$(\w+)/g), (match) => match[1] ?? '');
}

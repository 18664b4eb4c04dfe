import type { SyntaxNode } from '../syntax/grammar.js';
import { splitAtCommas } from './split.js';
import { readDeclaredType, readModifiers, readTypedName, readTypeName } from './headers.js';
import type { Span } from './headers.js';
import type { JavaTypeName } from './java-source.js';
import type { JavaText } from './java-text.js';
import type { TypeResolver } from './resolve-type.js';
import { typeOf } from './scopes.js';
import type { Scope, Scopes } from './scopes.js';

/** A name with a type: a field, a parameter, a local variable. It holds from `start` to `end`. */
export interface Binding {
  readonly kind: 'field' | 'parameter' | 'variable';
  readonly name: string;
  readonly nameStart: number;
  /** Where its first annotation or modifier stands. */
  readonly declaration: number;
  readonly type: JavaTypeName;
  readonly start: number;
  readonly end: number;
  readonly initializer: Span | undefined;
  readonly modifiers: readonly string[];
  readonly scope: Scope | undefined;
  /** The parameters' method, for parameters of methods. */
  readonly method: Scope | undefined;
}

export interface Bindings {
  readonly all: readonly Binding[];
  /** The binding of a name at an offset: the latest that holds there. */
  readonly find: (name: string, offset: number) => Binding | undefined;
  /** A field of a type of this file. */
  readonly field: (type: string, name: string) => Binding | undefined;
}

/** Kinds of nodes that bind names; parameters of methods are read from the methods' headers. */
export const bindingKinds = [
  'field_declaration',
  'constant_declaration',
  'local_variable_declaration',
  'enhanced_for_statement',
  'resource',
  'catch_formal_parameter',
  'lambda_expression',
];

interface Reader {
  readonly text: JavaText;
  readonly scopes: Scopes;
  readonly resolve: TypeResolver;
}

/** Reads all bindings of a file, in document order. */
export function readBindings(reader: Reader, nodes: readonly SyntaxNode[]): Bindings {
  const all = [
    ...nodes.flatMap((node) => readNode(reader, node)),
    ...reader.scopes.all.flatMap((scope) => readParameters(reader, scope)),
  ].sort((a, b) => a.nameStart - b.nameStart);
  const byName = new Map<string, Binding[]>();
  for (const binding of all) {
    const known = byName.get(binding.name);
    if (known) known.push(binding);
    else byName.set(binding.name, [binding]);
  }
  const find = (name: string, offset: number): Binding | undefined => {
    let best: Binding | undefined;
    for (const binding of byName.get(name) ?? []) {
      const holds = binding.start <= offset && offset < binding.end;
      if (holds && (!best || binding.start >= best.start)) best = binding;
    }
    return best;
  };
  const field = (type: string, name: string): Binding | undefined =>
    byName.get(name)?.find((binding) => binding.kind === 'field' && typeOf(binding.scope)?.name === type);
  return { all, find, field };
}

function readNode(reader: Reader, node: SyntaxNode): readonly Binding[] {
  const one = (binding: Binding | undefined): readonly Binding[] => (binding ? [binding] : []);
  switch (node.kind) {
    case 'field_declaration':
    case 'constant_declaration':
    case 'local_variable_declaration':
      return readDeclaration(reader, node);
    case 'enhanced_for_statement':
      return one(readLoop(reader, node));
    case 'resource':
      return one(readResource(reader, node));
    case 'catch_formal_parameter':
      return one(readCaught(reader, node));
    case 'lambda_expression':
      return readLambda(reader, node);
    default:
      return [];
  }
}

/** `Type a = x, b[];` */
function readDeclaration(reader: Reader, node: SyntaxNode): readonly Binding[] {
  const { text, scopes, resolve } = reader;
  const isField = node.kind !== 'local_variable_declaration';
  const header = readModifiers(text, node.start);
  const type = readDeclaredType(text, header.end);
  const end = text.blank.charAt(node.end - 1) === ';' ? node.end - 1 : node.end;
  const scope = scopes.at(node.start);
  const owner = isField ? typeOf(scope) : undefined;
  return splitAtCommas(text, { start: type.end, end }).flatMap((part): Binding | readonly Binding[] => {
    const match = /^\s*([\w$\u0080-\uffff]+)[\s[\]]*(=)?/.exec(text.blank.slice(part.start, part.end));
    if (match?.[1] === undefined) return [];
    const nameStart = part.start + match[0].indexOf(match[1]);
    const initializer =
      match[2] === undefined ? undefined : { start: part.start + match[0].length, end: part.end };
    const inferred = type.name === 'var' && initializer ? readCreatedType(text, initializer) : undefined;
    return {
      kind: isField ? 'field' : 'variable',
      name: match[1],
      nameStart,
      declaration: node.start,
      type: resolve(inferred ?? type.name, scope),
      start: isField ? (owner?.start ?? 0) : nameStart,
      end: isField ? (owner?.end ?? text.blank.length) : text.blockEnd(nameStart),
      initializer,
      modifiers: node.kind === 'constant_declaration' ? ['public', 'static', 'final'] : header.modifiers,
      scope,
      method: undefined,
    };
  });
}

/** The type that `new X<>(…)` creates. */
function readCreatedType(text: JavaText, span: Span): string | undefined {
  const match = /^\s*new\s+([\w$\u0080-\uffff.]+)\s*[<(]/.exec(text.blank.slice(span.start, span.end));
  return match?.[1];
}

function readParameters(reader: Reader, scope: Scope): readonly Binding[] {
  const { method } = scope;
  if (!method) return [];
  const inside = { start: method.parametersStart + 1, end: method.parametersEnd };
  return splitAtCommas(reader.text, inside).flatMap((span) => {
    const created = createBinding(reader, span, scope.end);
    return created && created.name !== 'this'
      ? { ...created, kind: 'parameter' as const, scope, method: scope }
      : [];
  });
}

/** `(Type a, Type b) -> …`; parameters without types tell nothing. */
function readLambda(reader: Reader, node: SyntaxNode): readonly Binding[] {
  const { blank, partner } = reader.text;
  const close = blank.charAt(node.start) === '(' ? (partner[node.start] ?? -1) : -1;
  if (close < 0 || close > node.end) return [];
  return splitAtCommas(reader.text, { start: node.start + 1, end: close }).flatMap((span) => {
    const created = createBinding(reader, span, node.end);
    return created ? { ...created, kind: 'parameter' as const } : [];
  });
}

/** `catch (A | B e)`: the first of the types stands for all. */
function readCaught(reader: Reader, node: SyntaxNode): Binding | undefined {
  const { text } = reader;
  const alternative = text.blank.slice(node.start, node.end).indexOf('|');
  const body = text.blank.indexOf('{', node.end);
  const created = createBinding(reader, node, text.partner[body] ?? node.end);
  if (!created || alternative < 0) return created;
  const first = { start: readModifiers(text, node.start).end, end: node.start + alternative };
  return { ...created, type: reader.resolve(readTypeName(text, first), created.scope) };
}

function readLoop(reader: Reader, node: SyntaxNode): Binding | undefined {
  const { blank } = reader.text;
  const open = blank.indexOf('(', node.start);
  const colon = blank.indexOf(':', open);
  if (open < 0 || colon < 0 || colon >= node.end) return undefined;
  return createBinding(reader, { start: open + 1, end: colon }, node.end);
}

function readResource(reader: Reader, node: SyntaxNode): Binding | undefined {
  const { text } = reader;
  const equals = text.blank.indexOf('=', node.start);
  if (equals < 0 || equals >= node.end) return undefined;
  const created = createBinding(reader, { start: node.start, end: equals }, text.blockEnd(node.start));
  return created && { ...created, initializer: { start: equals + 1, end: node.end } };
}

function createBinding(reader: Reader, span: Span, end: number): Binding | undefined {
  const { text, scopes, resolve } = reader;
  const header = readTypedName(text, span);
  if (!header) return undefined;
  const scope = scopes.at(span.start);
  return {
    kind: 'variable',
    name: header.name,
    nameStart: header.nameStart,
    declaration: span.start,
    type: resolve(readTypeName(text, header.type), scope),
    start: span.start,
    end,
    initializer: undefined,
    modifiers: header.modifiers,
    scope,
    method: undefined,
  };
}

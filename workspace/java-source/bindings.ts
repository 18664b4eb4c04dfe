import type { SyntaxNode } from '../syntax/grammar.js';
import { readModifiers, readTypedName, readTypeName } from './headers.js';
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

const parameterKinds = ['formal_parameter', 'spread_parameter', 'catch_formal_parameter'];

/** Kinds of nodes that bind names; declarators stand inside field, constant and local declarations. */
export const bindingKinds = [
  'field_declaration',
  'constant_declaration',
  'local_variable_declaration',
  'variable_declarator',
  'enhanced_for_statement',
  'resource',
  ...parameterKinds,
];

interface Reader {
  readonly text: JavaText;
  readonly scopes: Scopes;
  readonly resolve: TypeResolver;
}

/** Reads all bindings of a file. */
export function readBindings(reader: Reader, nodes: readonly SyntaxNode[]): Bindings {
  const all = nodes.flatMap((node) => readBinding(reader, node) ?? []);
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

function readBinding(reader: Reader, node: SyntaxNode): Binding | undefined {
  const { kind, parent } = node;
  if (kind === 'variable_declarator') return parent && readDeclarator(reader, node, parent);
  if (kind === 'enhanced_for_statement') return readLoop(reader, node);
  if (kind === 'resource') return readResource(reader, node);
  return parameterKinds.includes(kind) ? readParameter(reader, node) : undefined;
}

function readDeclarator(reader: Reader, node: SyntaxNode, parent: SyntaxNode): Binding | undefined {
  const { text, scopes, resolve } = reader;
  const isField = parent.kind === 'field_declaration' || parent.kind === 'constant_declaration';
  if (!isField && parent.kind !== 'local_variable_declaration') return undefined;
  const name = /^[\w$\u0080-\uffff]+/.exec(text.blank.slice(node.start, node.end))?.[0];
  if (name === undefined) return undefined;
  const scope = scopes.at(node.start);
  const { modifiers, end } = readModifiers(text, parent.start);
  const written = readTypeName(text, { start: end, end: node.start });
  const equals = text.blank.indexOf('=', node.start);
  const initializer = equals >= 0 && equals < node.end ? { start: equals + 1, end: node.end } : undefined;
  const inferred = written === 'var' && initializer ? readCreatedType(text, initializer) : undefined;
  return {
    kind: isField ? 'field' : 'variable',
    name,
    nameStart: node.start,
    type: resolve(inferred ?? written, scope),
    start: isField ? (typeOf(scope)?.start ?? 0) : node.start,
    end: isField ? (typeOf(scope)?.end ?? text.blank.length) : text.blockEnd(node.start),
    initializer,
    modifiers: parent.kind === 'constant_declaration' ? ['public', 'static', 'final'] : modifiers,
    scope,
    method: undefined,
  };
}

/** The type that `new X<>(…)` creates. */
function readCreatedType(text: JavaText, span: Span): string | undefined {
  const match = /^\s*new\s+([\w$\u0080-\uffff.]+)\s*[<(]/.exec(text.blank.slice(span.start, span.end));
  return match?.[1];
}

function readParameter(reader: Reader, node: SyntaxNode): Binding | undefined {
  const { text, scopes } = reader;
  const before = text.blank.slice(node.start, node.end);
  // `catch (A | B e)`: the first of the types stands for all
  const alternative = before.indexOf('|');
  const owner = node.parent && scopes.byNode.get(node.parent);
  const method = owner?.method && node.end <= owner.method.parametersEnd ? owner : undefined;
  const isCatch = node.kind === 'catch_formal_parameter';
  const body = isCatch ? text.blank.indexOf('{', node.end) : -1;
  const end = isCatch && body >= 0 ? (text.partner[body] ?? -1) : text.blockEnd(node.start);
  const created = createBinding(
    reader,
    { start: node.start, end: node.end },
    method ? (node.parent?.end ?? end) : end,
  );
  if (!created) return undefined;
  const type =
    alternative < 0
      ? created.type
      : reader.resolve(
          readTypeName(text, { start: readModifiers(text, node.start).end, end: node.start + alternative }),
          created.scope,
        );
  return { ...created, kind: isCatch ? 'variable' : 'parameter', type, method };
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
    type: resolve(readTypeName(text, header.type), scope),
    start: span.start,
    end,
    initializer: undefined,
    modifiers: header.modifiers,
    scope,
    method: undefined,
  };
}

import type { SyntaxNode } from '../syntax/grammar.js';
import type { Span } from './headers.js';
import type { JavaText } from './java-text.js';
import { methodKinds, readMethodHeader } from './method-header.js';
import type { MethodHeader } from './method-header.js';
import { readTypeHeader, typeKinds } from './type-header.js';
import type { TypeHeader } from './type-header.js';

/** A type's or method's stretch of the source, by which everything in it is named. */
export interface Scope {
  readonly kind: 'type' | 'method';
  /** `a.b.Type`, `a.b.Type.method`; the n-th anonymous class of a type is `a.b.Type$n`. */
  readonly name: string;
  /** From the name on: annotations before it belong to what is outside. */
  readonly start: number;
  readonly end: number;
  readonly parent: Scope | undefined;
  readonly typeParameters: readonly string[];
  readonly node: SyntaxNode;
  readonly type?: TypeHeader;
  readonly method?: MethodHeader;
  /** The type that an anonymous class extends. */
  readonly base?: Span;
}

/** All scopes of a file, in document order, and which of them is the innermost at an offset. */
export interface Scopes {
  readonly all: readonly Scope[];
  readonly byNode: ReadonlyMap<SyntaxNode, Scope>;
  readonly at: (offset: number) => Scope | undefined;
}

/** Finds types, anonymous classes and methods. */
export function findScopes(text: JavaText, nodes: readonly SyntaxNode[], packageName: string): Scopes {
  const all: Scope[] = [];
  const byNode = new Map<SyntaxNode, Scope>();
  const anonymous = new Map<string, number>();
  const enclosing = (node: SyntaxNode): Scope | undefined => {
    for (let at = node.parent; at; at = at.parent) {
      const scope = byNode.get(at);
      if (scope) return scope;
    }
    return undefined;
  };
  for (const node of nodes) {
    const scope = createScope(text, node, () => ({ parent: enclosing(node), packageName, anonymous }));
    if (!scope) continue;
    all.push(scope);
    byNode.set(node, scope);
  }
  all.sort((a, b) => a.start - b.start);
  return { all, byNode, at: (offset) => innermost(all, offset) };
}

interface Surroundings {
  readonly parent: Scope | undefined;
  readonly packageName: string;
  readonly anonymous: Map<string, number>;
}

function createScope(text: JavaText, node: SyntaxNode, surroundings: () => Surroundings): Scope | undefined {
  if (typeKinds.includes(node.kind)) {
    const type = readTypeHeader(text, node);
    if (!type) return undefined;
    const { parent, packageName } = surroundings();
    const outer = typeOf(parent)?.name ?? packageName;
    return {
      kind: 'type',
      name: outer === '' ? type.name : `${outer}.${type.name}`,
      start: type.nameStart,
      end: node.end,
      parent,
      typeParameters: type.typeParameters,
      node,
      type,
    };
  }
  if (methodKinds.includes(node.kind)) {
    const method = readMethodHeader(text, node);
    if (!method) return undefined;
    const { parent } = surroundings();
    return {
      kind: 'method',
      name: `${typeOf(parent)?.name ?? ''}.${method.name}`,
      start: method.nameStart,
      end: node.end,
      parent,
      typeParameters: method.typeParameters,
      node,
      method,
    };
  }
  return node.kind === 'object_creation_expression' ? anonymousScope(text, node, surroundings) : undefined;
}

function anonymousScope(
  { blank, partner }: JavaText,
  node: SyntaxNode,
  surroundings: () => Surroundings,
): Scope | undefined {
  const start = blank.charAt(node.end - 1) === '}' ? (partner[node.end - 1] ?? -1) : -1;
  if (start < 0) return undefined;
  const { parent, anonymous } = surroundings();
  const outer = typeOf(parent)?.name ?? '';
  const count = (anonymous.get(outer) ?? 0) + 1;
  anonymous.set(outer, count);
  const base = { start: node.start + blank.slice(node.start, start).search(/\bnew\b/) + 3, end: start };
  return {
    kind: 'type',
    name: `${outer}$${count}`,
    start,
    end: node.end,
    parent,
    typeParameters: [],
    node,
    base,
  };
}

/** The innermost type around (or at) a scope. */
export function typeOf(scope: Scope | undefined): Scope | undefined {
  let at = scope;
  while (at && at.kind !== 'type') at = at.parent;
  return at;
}

function innermost(all: readonly Scope[], offset: number): Scope | undefined {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  let at = all[low - 1];
  while (at && at.end <= offset) at = at.parent;
  return at;
}

import type { SyntaxNode } from '../syntax/grammar.js';
import type { ConstructionSite } from './construction-sites.js';
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
  /** Where its first annotation or modifier stands. */
  readonly declaration: number;
  readonly parent: Scope | undefined;
  readonly typeParameters: readonly string[];
  readonly type?: TypeHeader;
  readonly method?: MethodHeader;
}

/** All scopes of a file, in document order, and which of them is the innermost at an offset. */
export interface Scopes {
  readonly all: readonly Scope[];
  readonly at: (offset: number) => Scope | undefined;
}

type Draft = Omit<Scope, 'name' | 'parent'> & { readonly simpleName: string };

/** Finds types, anonymous classes and methods. */
export function findScopes(
  text: JavaText,
  nodes: readonly SyntaxNode[],
  constructions: readonly ConstructionSite[],
  packageName: string,
): Scopes {
  const drafts = [
    ...nodes.flatMap((node) => draftScope(text, node) ?? []),
    ...constructions.flatMap((site) => draftAnonymous(text, site) ?? []),
  ].sort((a, b) => a.start - b.start);
  const all: Scope[] = [];
  const anonymous = new Map<string, number>();
  let innermostScope: Scope | undefined;
  for (const { simpleName, ...draft } of drafts) {
    while (innermostScope && innermostScope.end <= draft.start) innermostScope = innermostScope.parent;
    const outer = typeOf(innermostScope)?.name ?? packageName;
    const name =
      simpleName === ''
        ? numberedName(outer, anonymous)
        : outer === ''
          ? simpleName
          : `${outer}.${simpleName}`;
    innermostScope = { ...draft, name, parent: innermostScope };
    all.push(innermostScope);
  }
  return { all, at: (offset) => innermost(all, offset) };
}

function numberedName(outer: string, anonymous: Map<string, number>): string {
  const count = (anonymous.get(outer) ?? 0) + 1;
  anonymous.set(outer, count);
  return `${outer}$${count}`;
}

function draftScope(text: JavaText, node: SyntaxNode): Draft | undefined {
  const place = { declaration: node.start, end: node.end };
  if (typeKinds.includes(node.kind)) {
    const type = readTypeHeader(text, node);
    if (!type) return undefined;
    const { name, nameStart: start, typeParameters } = type;
    return { kind: 'type', simpleName: name, ...place, start, typeParameters, type };
  }
  const method = methodKinds.includes(node.kind) ? readMethodHeader(text, node) : undefined;
  if (!method) return undefined;
  const { name, nameStart: start, typeParameters } = method;
  return { kind: 'method', simpleName: name, ...place, start, typeParameters, method };
}

function draftAnonymous({ partner }: JavaText, { body }: ConstructionSite): Draft | undefined {
  if (body === undefined) return undefined;
  const end = (partner[body] ?? body) + 1;
  return { kind: 'type', simpleName: '', start: body, declaration: body, end, typeParameters: [] };
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

import { createRequire } from 'node:module';
import type * as napiModule from '@ast-grep/napi';

/** A node of a syntax tree, as offsets into the text (UTF-16 units). */
export interface SyntaxNode {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** The innermost enclosing node among those that were asked for. */
  readonly parent: SyntaxNode | undefined;
}

/** Nodes of a kind, or only those of them whose text matches (Rust regex syntax). */
export type NodeRule = string | { readonly kind: string; readonly regex: string };

export type GrammarLanguage = 'java' | 'php';

const require = createRequire(import.meta.url);
type Napi = typeof napiModule;
let napi: Napi | undefined;

/** The grammars are native code and cost some 20 ms to load, so a run without Java and PHP does without them. */
function loadGrammars(): Napi {
  if (!napi) {
    napi = require('@ast-grep/napi') as Napi;
    napi.registerDynamicLanguage({
      java: require('@ast-grep/lang-java') as Parameters<Napi['registerDynamicLanguage']>[0][string],
      php: require('@ast-grep/lang-php') as Parameters<Napi['registerDynamicLanguage']>[0][string],
    });
  }
  return napi;
}

/**
 * Parses a text and answers its nodes of some kinds, in document order.
 *
 * Crossing from native code costs a microsecond and more for every question, as much as parsing the node did. So only
 * the nodes that matter are fetched, each with two questions, and everything else is read from the text between their
 * offsets. `replace` is the cheapest question that answers offsets: `range` builds three objects with lines and columns.
 */
export function findNodes(
  language: GrammarLanguage,
  text: string,
  kinds: readonly NodeRule[],
): readonly SyntaxNode[] {
  return nodesOf(loadGrammars().parse(language, text), kinds);
}

/** The same, with the parsing done by another thread. */
export async function findNodesAside(
  language: GrammarLanguage,
  text: string,
  kinds: readonly NodeRule[],
): Promise<readonly SyntaxNode[]> {
  return nodesOf(await loadGrammars().parseAsync(language, text), kinds);
}

function nodesOf(tree: napiModule.SgRoot, kinds: readonly NodeRule[]): readonly SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  let innermost: SyntaxNode | undefined;
  for (const node of tree.root().findAll({ rule: matcherOf(kinds) })) {
    const { startPos: start, endPos: end } = node.replace('');
    while (innermost && innermost.end <= start && innermost.end < end) innermost = innermost.parent;
    innermost = { kind: node.kind() as string, start, end, parent: innermost };
    nodes.push(innermost);
  }
  return nodes;
}

const matchers = new WeakMap<readonly NodeRule[], napiModule.Rule>();

/**
 * Kinds as one selector are read three times faster than as one rule each, and they are read again for every text.
 * https://ast-grep.github.io/reference/rule/esquery.html
 */
function matcherOf(rules: readonly NodeRule[]): napiModule.Rule {
  let matcher = matchers.get(rules);
  if (!matcher) {
    const kinds = rules.filter((rule) => typeof rule === 'string').join(', ');
    const others = rules.filter((rule) => typeof rule !== 'string');
    matcher = others.length === 0 ? { kind: kinds } : { any: [{ kind: kinds }, ...others] };
    matchers.set(rules, matcher);
  }
  return matcher;
}

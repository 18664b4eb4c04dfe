import { findLineStarts, lineAt } from '../line-index.js';
import { matchBrackets } from '../syntax/brackets.js';
import { findNodes } from '../syntax/grammar.js';
import type { NodeRule, SyntaxNode } from '../syntax/grammar.js';
import { rewriteOldTags } from './old-tags.js';
import type { OldTag } from './old-tags.js';
import { readLiteral } from './literals.js';
import type { PhpLiteral } from './literals.js';

/** A PHP text prepared for reading by offsets. */
export interface PhpText {
  readonly source: string;
  /** The source with HTML, comments and the insides of strings replaced by blanks; `?>` reads as `; `. */
  readonly blank: string;
  readonly nodes: readonly SyntaxNode[];
  readonly literalAt: ReadonlyMap<number, PhpLiteral>;
  readonly literals: readonly PhpLiteral[];
  readonly partner: Int32Array;
  readonly tags: readonly OldTag[];
  /** Offsets of `$text{0}`. */
  readonly curlyOffsets: readonly number[];
  readonly line: (offset: number) => number;
}

const literalKinds = ['string', 'encapsed_string', 'heredoc', 'nowdoc', 'shell_command_expression'];
const textKinds = ['comment', 'text', 'text_interpolation', 'php_tag', 'php_end_tag'];

/** Kinds of nodes without which no PHP text can be read. */
export const textNodeKinds = [...literalKinds, ...textKinds];

/** What the grammar is given: tags that it does not know are rewritten, at the same offsets. */
export function parsablePhp(original: string): string {
  return rewriteOldTags(original).text;
}

/** Parses a PHP text, unless the nodes of `parsablePhp` are known, and blanks what is no code. */
export function readPhpText(
  original: string,
  rules: readonly NodeRule[],
  known?: readonly SyntaxNode[],
): PhpText {
  const { text: source, tags } = rewriteOldTags(original);
  let nodes = known ?? findNodes('php', source, rules);
  let blank = blankText(source, nodes);
  const curlyOffsets = findCurlyOffsets(blank);
  if (curlyOffsets.length > 0) {
    const rewritten = rewriteCurlyOffsets(source, blank, curlyOffsets);
    nodes = findNodes('php', rewritten, rules);
    blank = blankText(rewritten, nodes);
  }
  const literals = nodes.flatMap((node) =>
    literalKinds.includes(node.kind) ? readLiteral(source, node) : [],
  );
  const starts = findLineStarts(original);
  return {
    source: original,
    blank,
    nodes,
    literals,
    literalAt: new Map(literals.map((literal) => [literal.start, literal])),
    partner: matchBrackets(blank),
    tags,
    curlyOffsets,
    line: (offset) => lineAt(starts, offset),
  };
}

function blankText(source: string, nodes: readonly SyntaxNode[]): string {
  const parts: string[] = [];
  let last = 0;
  for (const { kind, start, end } of nodes) {
    const isLiteral = literalKinds.includes(kind);
    if (start < last || (!isLiteral && !textKinds.includes(kind))) continue;
    parts.push(source.slice(last, start));
    const length = end - start;
    if (isLiteral && length >= 2) parts.push('"', ' '.repeat(length - 2), '"');
    else if (kind === 'text_interpolation' && length >= 2) parts.push('; ', ' '.repeat(length - 2));
    else parts.push(' '.repeat(length));
    last = end;
  }
  parts.push(source.slice(last));
  return parts.join('');
}

/** `$text{0}`, which PHP knew until 7.4 and the grammar does not. */
function findCurlyOffsets(blank: string): readonly number[] {
  const subscript = /\$\w+(?:\[[^\][]*\]|->\w+)*\{(?=\s*[\w$'"-][^{};]*\})/g;
  return Array.from(blank.matchAll(subscript), (match) => match.index + match[0].length - 1);
}

function rewriteCurlyOffsets(source: string, blank: string, offsets: readonly number[]): string {
  const characters = [...Array(source.length).keys()].map((index) => source.charAt(index));
  for (const open of offsets) {
    const close = blank.indexOf('}', open);
    characters[open] = '[';
    characters[close] = ']';
  }
  return characters.join('');
}

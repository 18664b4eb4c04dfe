import type { SyntaxNode } from '../syntax/grammar.js';
import { blankGenerics, readModifiers, readTypeParameters, splitNames } from './headers.js';
import type { Span } from './headers.js';
import type { JavaType } from './java-source.js';
import type { JavaText } from './java-text.js';

/** What stands between a type's first annotation and its body. */
export interface TypeHeader {
  readonly name: string;
  readonly nameStart: number;
  readonly kind: JavaType['kind'];
  readonly modifiers: readonly string[];
  readonly typeParameters: readonly string[];
  readonly superclass: Span | undefined;
  readonly interfaces: readonly Span[];
  readonly bodyStart: number;
}

/** Kinds of nodes that declare a type. */
export const typeKinds = [
  'class_declaration',
  'interface_declaration',
  'enum_declaration',
  'record_declaration',
  'annotation_type_declaration',
];

const clauses = {
  extends: /\bextends\b([^]*?)(?=\b(?:extends|implements|permits)\b|$)/,
  implements: /\bimplements\b([^]*?)(?=\b(?:extends|implements|permits)\b|$)/,
};

/** Reads a type's header, or answers undefined where the source is broken. */
export function readTypeHeader(text: JavaText, node: SyntaxNode): TypeHeader | undefined {
  const { blank, partner } = text;
  const { modifiers, end } = readModifiers(text, node.start);
  const keyword = /\s*(class|interface|enum|record|@\s*interface)\s+([\w$\u0080-\uffff]+)\s*/y;
  keyword.lastIndex = end;
  const match = keyword.exec(blank);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const nameStart = keyword.lastIndex - match[0].length + match[0].lastIndexOf(match[2]);
  const parameters = readTypeParameters(text, keyword.lastIndex);
  const bodyStart = blank.indexOf('{', parameters.end);
  const close = blank.indexOf('(', parameters.end);
  const from = close >= 0 && close < bodyStart ? (partner[close] ?? close) + 1 : parameters.end;
  const header = blankGenerics(blank.slice(from, Math.max(from, bodyStart)));
  const clause = (word: keyof typeof clauses): Span | undefined => {
    const found = clauses[word].exec(header);
    if (!found) return undefined;
    const start = from + found.index + word.length;
    return { start, end: from + found.index + found[0].length };
  };
  const isInterface = match[1] === 'interface';
  const superclass = isInterface ? undefined : clause('extends');
  const interfaces = clause(isInterface ? 'extends' : 'implements');
  return {
    name: match[2],
    nameStart,
    kind: match[1].startsWith('@') ? 'annotation' : (match[1] as JavaType['kind']),
    modifiers,
    typeParameters: parameters.names,
    superclass: superclass && splitNames(text, superclass)[0],
    interfaces: interfaces ? splitNames(text, interfaces) : [],
    bodyStart: bodyStart < 0 ? node.end : bodyStart,
  };
}

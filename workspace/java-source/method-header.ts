import type { SyntaxNode } from '../syntax/grammar.js';
import { readModifiers, readTypeParameters, splitNames } from './headers.js';
import type { Span } from './headers.js';
import type { JavaText } from './java-text.js';

/** What stands between a method's first annotation and its body. */
export interface MethodHeader {
  readonly name: string;
  readonly nameStart: number;
  readonly modifiers: readonly string[];
  readonly typeParameters: readonly string[];
  /** Absent for constructors. */
  readonly returnType: Span | undefined;
  readonly throws: readonly Span[];
  /** Offsets of the parentheses around the parameters. */
  readonly parametersStart: number;
  readonly parametersEnd: number;
}

export const methodKinds = ['method_declaration', 'constructor_declaration'];

/** Reads a method's or constructor's header, or answers undefined where the source is broken. */
export function readMethodHeader(text: JavaText, node: SyntaxNode): MethodHeader | undefined {
  const { blank, partner } = text;
  const { modifiers, end } = readModifiers(text, node.start);
  const parametersAt = end + (/^\s*/.exec(blank.slice(end, end + 200))?.[0].length ?? 0);
  const parameters = readTypeParameters(text, parametersAt);
  const open = blank.indexOf('(', parameters.end);
  if (open < 0 || open >= node.end) return undefined;
  const match = /([\w$\u0080-\uffff]+)\s*$/.exec(blank.slice(parameters.end, open));
  if (match?.[1] === undefined) return undefined;
  const nameStart = parameters.end + match.index;
  const isConstructor = node.kind === 'constructor_declaration';
  const close = partner[open] ?? -1;
  if (close < 0) return undefined;
  return {
    name: match[1],
    nameStart,
    modifiers,
    typeParameters: parameters.names,
    returnType: isConstructor ? undefined : { start: parameters.end, end: nameStart },
    throws: readThrows(text, close + 1, node.end),
    parametersStart: open,
    parametersEnd: close,
  };
}

function readThrows(text: JavaText, start: number, end: number): readonly Span[] {
  const clause = /[\s[\]]*throws\b([^{;]*)/y;
  clause.lastIndex = start;
  const match = clause.exec(text.blank);
  if (match?.[1] === undefined) return [];
  const last = Math.min(clause.lastIndex, end);
  return splitNames(text, { start: clause.lastIndex - match[1].length, end: last });
}

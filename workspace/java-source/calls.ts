import type { SyntaxNode } from '../syntax/grammar.js';
import { excerpt, readArguments } from './arguments.js';
import type { FileReader } from './file-reader.js';
import { readTypeName } from './headers.js';
import type { JavaCall, JavaConstruction } from './java-source.js';
import { receiverTypeOf } from './receiver.js';

/** Reads a method call, or answers undefined where the source is broken. */
export function readCall(reader: FileReader, node: SyntaxNode): JavaCall | undefined {
  const { text, scopes } = reader;
  const isConstructorCall = node.kind === 'explicit_constructor_invocation';
  const close = isConstructorCall ? text.blank.lastIndexOf(')', node.end) : node.end - 1;
  const open = text.partner[close] ?? -1;
  if (open < node.start) return undefined;
  const name = wordBefore(text.blank, open);
  if (name.start === name.end) return undefined;
  const dot = dotBefore(text.blank, name.start);
  const receiver = dot <= node.start ? undefined : { start: node.start, end: dot };
  const type = receiver && receiverTypeOf(reader, receiver);
  return {
    name: text.blank.slice(name.start, name.end),
    ...(receiver
      ? { receiver: excerpt(text.source.slice(receiver.start, receiver.end).trimEnd(), 200) }
      : {}),
    ...(type ? { receiverType: type } : {}),
    arguments: readArguments(text, reader.fold, { start: open, end: close }),
    line: text.line(name.start),
    enclosing: scopes.at(node.start)?.name ?? '',
  };
}

/** Reads `new X(…)`, or answers undefined where the source is broken. */
export function readConstruction(reader: FileReader, node: SyntaxNode): JavaConstruction | undefined {
  const { text, scopes, resolve } = reader;
  const start = text.blank.indexOf('new', node.start);
  const open = text.blank.indexOf('(', start);
  const close = text.partner[open] ?? -1;
  if (start < 0 || open < 0 || close < 0 || close > node.end) return undefined;
  // The anonymous class's own scope begins at its body, after this offset.
  const scope = scopes.at(start);
  return {
    type: resolve(readTypeName(text, { start: start + 3, end: open }), scope),
    arguments: readArguments(text, reader.fold, { start: open, end: close }),
    line: text.line(start),
    enclosing: scope?.name ?? '',
  };
}

/** The word that ends at an offset, blanks between not counted. Chains are long: this looks back no further than it must. */
function wordBefore(blank: string, offset: number): { start: number; end: number } {
  const end = skipBlanksBack(blank, offset);
  let start = end;
  while (start > 0 && /[\w$\u0080-\uffff]/.test(blank.charAt(start - 1))) start--;
  return { start, end };
}

/** The offset of the dot before a name (and before its type arguments: `x.<T>name`), -1 if there is none. */
function dotBefore(blank: string, offset: number): number {
  let at = skipBlanksBack(blank, offset) - 1;
  if (blank.charAt(at) === '>') {
    let depth = 0;
    for (; at >= 0; at--) {
      if (blank.charAt(at) === '>') depth++;
      else if (blank.charAt(at) === '<' && --depth === 0) break;
    }
    at = skipBlanksBack(blank, at) - 1;
  }
  return blank.charAt(at) === '.' ? at : -1;
}

function skipBlanksBack(blank: string, offset: number): number {
  let at = offset;
  while (at > 0 && /\s/.test(blank.charAt(at - 1))) at--;
  return at;
}

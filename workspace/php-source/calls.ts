import type { SyntaxNode } from '../syntax/grammar.js';
import { excerpt, splitAt, trimSpan } from './expressions.js';
import type { FileReader } from './file-reader.js';
import type { PhpArgument, PhpCall, PhpSource } from './php-source.js';

export const methodCallKinds = [
  'member_call_expression',
  'nullsafe_member_call_expression',
  'scoped_call_expression',
];

type MethodCall = PhpSource['methodCalls'][number];
type Construction = PhpSource['constructions'][number];

/** Reads `f(…)`; calls of variables and expressions have no name and are left out. */
export function readFunctionCall(reader: FileReader, node: SyntaxNode): PhpCall | undefined {
  const { text, enclosing } = reader;
  const open = openOf(reader, node);
  const name = /^\\?([\w\\]+)\s*$/.exec(text.blank.slice(node.start, open))?.[1];
  if (name === undefined) return undefined;
  return {
    name,
    arguments: readArguments(reader, open),
    line: text.line(node.start),
    enclosing: enclosing(node),
  };
}

/** Reads `$x->m(…)`, `$x?->m(…)` and `C::m(…)`. */
export function readMethodCall(reader: FileReader, node: SyntaxNode): MethodCall | undefined {
  const { text, names, enclosing } = reader;
  const open = openOf(reader, node);
  const from = Math.max(node.start, open - 200);
  const match = /(\?->|->|::)\s*(\w+)\s*$/.exec(text.blank.slice(from, open));
  if (match?.[2] === undefined) return undefined;
  const at = from + match.index;
  const receiver = excerpt(text, { start: node.start, end: at }, 200);
  const isStatic = match[1] === '::';
  return {
    name: match[2],
    receiver: isStatic ? names.resolveClass(receiver, node.start) : receiver,
    static: isStatic,
    arguments: readArguments(reader, open),
    line: text.line(from + match.index + match[0].lastIndexOf(match[2])),
    enclosing: enclosing(node),
  };
}

/** Reads `new C` and `new C(…)`; classes that a variable names are left out, as are anonymous ones. */
export function readConstruction(reader: FileReader, node: SyntaxNode): Construction | undefined {
  const { text, names } = reader;
  const match = /^new\s+(\\?[\w\\]+)\s*(\()?/i.exec(text.blank.slice(node.start, node.end));
  if (match?.[1] === undefined || /^class$/i.test(match[1])) return undefined;
  return {
    class: names.resolveClass(match[1], node.start),
    arguments: match[2] === undefined ? [] : readArguments(reader, node.start + match[0].length - 1),
    line: text.line(node.start),
  };
}

/** The parenthesis that opens the arguments: the partner of the node's last character. */
function openOf({ text }: FileReader, node: SyntaxNode): number {
  const open = text.partner[node.end - 1] ?? -1;
  return open < node.start ? node.end : open;
}

function readArguments({ text, fold }: FileReader, open: number): readonly PhpArgument[] {
  const close = text.partner[open] ?? -1;
  if (close < 0) return [];
  return splitAt(text, { start: open + 1, end: close }, ',').flatMap((part) => {
    const span = trimSpan(text, part);
    if (span.start === span.end) return [];
    const name = /^\w+\s*:(?!:)\s*/.exec(text.blank.slice(span.start, span.end))?.[0].length ?? 0;
    const constant = fold({ start: span.start + name, end: span.end });
    return { text: excerpt(text, span, 200), ...(constant === undefined ? {} : { constant }) };
  });
}

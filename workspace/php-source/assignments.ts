import type { SyntaxNode } from '../syntax/grammar.js';
import { excerpt, flattenArray, trimSpan } from './expressions.js';
import type { Span } from './expressions.js';
import type { FileReader } from './file-reader.js';
import type { PhpSource } from './php-source.js';

export const assignmentKinds = [
  'assignment_expression',
  'reference_assignment_expression',
  'property_element',
];

type Assignment = PhpSource['assignments'][number];
type Returned = PhpSource['returned'][number];
type Include = PhpSource['includes'][number];

/** Reads `$a = …`, and a property's first value as `$this->a`; an array literal gives an entry for each leaf. */
export function readAssignments(reader: FileReader, node: SyntaxNode): readonly Assignment[] {
  const { text, fold } = reader;
  const equals = assignmentSign(reader, node);
  if (equals < 0) return [];
  const written = excerpt(text, { start: node.start, end: equals }, 200).replace(/"([\w.-]+)"/g, "'$1'");
  const target = node.kind === 'property_element' ? written.replace(/^\$/, '$this->') : written;
  return flattenArray(text, { start: equals + 1, end: node.end }, fold).map(({ path, span }) => ({
    target: target + path.map((key) => `['${key}']`).join(''),
    ...describeValue(reader, span),
    line: text.line(path.length === 0 ? node.start : span.start),
  }));
}

/** The first `=` outside brackets. */
function assignmentSign({ text }: FileReader, node: SyntaxNode): number {
  const { blank, partner } = text;
  for (let i = node.start; i < node.end; i++) {
    const close = partner[i] ?? -1;
    if (close > i) i = close;
    else if (blank.charAt(i) === '=') return i;
  }
  return -1;
}

/** Reads the array that a file returns: `return ['a' => ['b' => 'c']];` outside of functions. */
export function readReturned(reader: FileReader, node: SyntaxNode): readonly Returned[] {
  const { text, fold } = reader;
  if (reader.inFunction(node)) return [];
  const end = text.blank.charAt(node.end - 1) === ';' ? node.end - 1 : node.end;
  return flattenArray(text, { start: node.start + 'return'.length, end }, fold).flatMap(({ path, span }) =>
    path.length === 0
      ? []
      : { path: path.join('.'), ...describeValue(reader, span), line: text.line(span.start) },
  );
}

/** Reads `include` and its kin. A path that begins at the file's own directory begins with `./`. */
export function readInclude({ text, fold }: FileReader, node: SyntaxNode): Include {
  const match = /^(?:include|require)(_once)?/i.exec(text.blank.slice(node.start, node.end));
  let span: Span = trimSpan(text, { start: node.start + (match?.[0].length ?? 0), end: node.end });
  const isWrapped = text.blank.charAt(span.start) === '(' && text.partner[span.start] === span.end - 1;
  if (isWrapped) span = trimSpan(text, { start: span.start + 1, end: span.end - 1 });
  const here = /^(?:__DIR__|dirname\s*\(\s*__FILE__\s*\))\s*\.\s*/.exec(
    text.blank.slice(span.start, span.end),
  )?.[0];
  const constant = fold({ start: span.start + (here?.length ?? 0), end: span.end });
  const path =
    constant === undefined ? undefined : here === undefined ? constant : `./${constant.replace(/^\/+/, '')}`;
  return {
    text: excerpt(text, span, 200),
    ...(path === undefined ? {} : { path }),
    once: match?.[1] !== undefined,
    line: text.line(node.start),
  };
}

/** A value's source text, with the value itself where it is constant. */
export function describeValue({ text, fold }: FileReader, span: Span): { text: string; value?: string } {
  const value = fold(span);
  return { text: excerpt(text, span, 200), ...(value === undefined ? {} : { value }) };
}

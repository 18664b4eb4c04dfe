import type { SyntaxNode } from '../syntax/grammar.js';
import type { FileReader } from './file-reader.js';
import type { JavaSource } from './java-source.js';
import { isTypeParameter } from './resolve-type.js';

type TypeUse = JavaSource['typeUses'][number];

/** Kinds of nodes that name a type. */
export const typeUseKinds = [
  'type_identifier',
  'scoped_type_identifier',
  'field_access',
  'method_reference',
  'method_invocation',
  'marker_annotation',
  'annotation',
];

/** Reads the type that a node names, if it names one. */
export function readTypeUse(reader: FileReader, node: SyntaxNode): TypeUse | undefined {
  const { text, scopes, resolve } = reader;
  const written = writtenType(reader, node);
  if (written === undefined) return undefined;
  const scope = scopes.at(node.start);
  if (isTypeParameter(written.name, scope) || written.name === 'var') return undefined;
  return { type: resolve(written.name, scope), line: text.line(written.at) };
}

function writtenType(
  { text, bindings }: FileReader,
  node: SyntaxNode,
): { name: string; at: number } | undefined {
  const { kind, start, end, parent } = node;
  if (kind === 'type_identifier' || kind === 'scoped_type_identifier') {
    // a.b.C<D>: the parts of the name are nodes too, but its arguments stand outside
    if (parent?.kind === 'scoped_type_identifier' && parent.start <= start && end <= parent.end)
      return undefined;
    return { name: text.blank.slice(start, end).replace(/\s+|<[^]*>/g, ''), at: start };
  }
  const written = text.blank.slice(start, end);
  if (kind === 'marker_annotation' || kind === 'annotation') {
    const name = /^@\s*([\w$\u0080-\uffff]+(?:\s*\.\s*[\w$\u0080-\uffff]+)*)/.exec(written)?.[1];
    return name === undefined ? undefined : { name: name.replace(/\s+/g, ''), at: start };
  }
  // Foo.bar(), Foo.BAR, a.b.Foo.bar(), Foo::bar, where Foo is no variable
  const path =
    /^((?:[a-z][\w$\u0080-\uffff]*\s*\.\s*)*[A-Z][\w$\u0080-\uffff]*(?:\s*\.\s*[A-Z][\w$\u0080-\uffff]*[a-z][\w$\u0080-\uffff]*)*)\s*(?:\.(?!\s*class\b)|::)/.exec(
      written,
    )?.[1];
  if (path === undefined) return undefined;
  const first = /^[\w$\u0080-\uffff]+/.exec(path)?.[0] ?? '';
  if (bindings.find(first, start)) return undefined;
  const nestedInSame =
    parent?.start === start &&
    (parent.kind === 'field_access' ||
      parent.kind === 'method_invocation' ||
      parent.kind === 'method_reference');
  return nestedInSame ? undefined : { name: path.replace(/\s+/g, ''), at: start };
}

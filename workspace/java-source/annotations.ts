import type { SyntaxNode } from '../syntax/grammar.js';
import { excerpt, splitAtCommas } from './arguments.js';
import { bindingKinds } from './bindings.js';
import type { FileReader } from './file-reader.js';
import type { Span } from './headers.js';
import type { JavaAnnotation } from './java-source.js';
import { methodKinds } from './method-header.js';
import { typeKinds } from './type-header.js';

export const annotationKinds = ['marker_annotation', 'annotation'];

/** Reads an annotation with what it annotates. */
export function readAnnotation(reader: FileReader, node: SyntaxNode): JavaAnnotation {
  const { text, scopes, resolve } = reader;
  const name = /^@\s*([\w$\u0080-\uffff]+(?:\s*\.\s*[\w$\u0080-\uffff]+)*)/.exec(
    text.blank.slice(node.start, node.end),
  );
  const open = node.start + (name?.[0].length ?? 0);
  const parenthesis = text.blank.indexOf('(', open);
  const hasElements = node.kind === 'annotation' && parenthesis >= 0 && parenthesis < node.end;
  const span = hasElements
    ? { start: parenthesis + 1, end: text.partner[parenthesis] ?? node.end }
    : undefined;
  return {
    type: resolve((name?.[1] ?? '').replace(/\s+/g, ''), scopes.at(node.start)),
    line: text.line(node.start),
    ...annotatedBy(reader, node),
    ...readElements(reader, span),
  };
}

function readElements(
  reader: FileReader,
  span: Span | undefined,
): Pick<JavaAnnotation, 'elements' | 'constants'> {
  const elements: Record<string, string> = {};
  const constants: Record<string, readonly string[]> = {};
  const { blank, source } = reader.text;
  for (const part of span ? splitAtCommas(reader.text, span) : []) {
    const match = /^\s*([\w$\u0080-\uffff]+)\s*=(?!=)/.exec(blank.slice(part.start, part.end));
    const name = match?.[1] ?? 'value';
    const value = { start: part.start + (match?.[0].length ?? 0), end: part.end };
    elements[name] = excerpt(source.slice(value.start, value.end).trim(), 500);
    const strings = readStrings(reader, value);
    if (strings.length > 0) constants[name] = strings;
  }
  return { elements, constants };
}

/** The constant strings of a value or of an array of values. */
function readStrings(reader: FileReader, span: Span): readonly string[] {
  const { blank, partner } = reader.text;
  const start = span.start + Math.max(0, blank.slice(span.start, span.end).search(/\S/));
  const close = blank.charAt(start) === '{' ? (partner[start] ?? -1) : -1;
  const values = close < 0 ? [span] : splitAtCommas(reader.text, { start: start + 1, end: close });
  return values.flatMap((value) => reader.fold(value) ?? []);
}

function annotatedBy(reader: FileReader, node: SyntaxNode): Pick<JavaAnnotation, 'target' | 'owner'> {
  const { parent } = node;
  const { scopes, text } = reader;
  const outside = scopes.at(node.start)?.name ?? '';
  if (!parent) return { target: 'other', owner: outside };
  if (parent.kind === 'package_declaration') return { target: 'package', owner: reader.package };
  const scope = scopes.byNode.get(parent);
  if (scope && typeKinds.includes(parent.kind) && node.end <= scope.start)
    return { target: 'type', owner: scope.name };
  if (scope && methodKinds.includes(parent.kind) && node.end <= scope.start) {
    return { target: 'method', owner: scope.name };
  }
  if (!bindingKinds.includes(parent.kind)) return { target: 'other', owner: outside };
  const bound = reader.bindings.all.find(({ nameStart }) => nameStart >= node.end && nameStart < parent.end);
  const owner = bound ? `${outside}.${bound.name}` : outside;
  if (parent.kind === 'field_declaration' || parent.kind === 'constant_declaration')
    return { target: 'field', owner };
  const isParameter = bound?.kind === 'parameter' || text.blank.charAt(parent.end) === ',';
  return { target: isParameter ? 'parameter' : 'variable', owner };
}

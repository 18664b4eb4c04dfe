import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from 'yaml';
import type { Document, ParsedNode, Tags } from 'yaml';
import type { FieldPath } from './manifest.js';

/** One document of a YAML (or JSON) file, or what is wrong with its syntax. */
export interface ParsedDocument {
  readonly value: unknown;
  readonly lineOf: (path: FieldPath) => number;
  readonly errors: readonly { readonly line: number; readonly code: string; readonly message: string }[];
}

/**
 * Parses as kubectl does: YAML 1.1 booleans and octal numbers, merge keys, but no dates and no sexagesimal numbers
 * (https://github.com/kubernetes-sigs/yaml wraps go-yaml 2). `mode: 0644` is 420 and `value: yes` is a boolean.
 */
export function parseYaml(text: string): ParsedDocument[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    version: '1.1',
    customTags: kubernetesTags,
    lineCounter: lines,
    merge: true,
    logLevel: 'silent',
    prettyErrors: false,
  });
  if (!Array.isArray(documents)) return [];
  return documents
    .filter((document) => document.contents !== null || document.errors.length > 0)
    .map((document) => toParsed(document, lines));
}

function kubernetesTags(tags: Tags): Tags {
  return tags.filter(
    (tag) => typeof tag === 'string' || (tag.format !== 'TIME' && tag.tag !== 'tag:yaml.org,2002:timestamp'),
  );
}

function toParsed(document: Document.Parsed, lines: LineCounter): ParsedDocument {
  const start = lineAt(lines, document.contents?.range[0] ?? document.range[0]);
  const errors: { line: number; code: string; message: string }[] = document.errors.map((error) => ({
    line: lineAt(lines, error.pos[0]),
    code: error.code,
    message: error.message,
  }));
  let value: unknown;
  if (errors.every((error) => error.code === 'DUPLICATE_KEY')) {
    const plain = toPlain(document);
    if (plain.ok) value = plain.value;
    else errors.push({ line: start, code: 'ALIAS', message: plain.message });
  }
  return {
    value,
    errors,
    lineOf: (path) => lineAt(lines, offsetOf(document, path) ?? document.range[0]),
  };
}

/** Aliases that refer to nothing or that multiply without end show only here. */
function toPlain(document: Document.Parsed): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 1000 }) as unknown };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function lineAt(lines: LineCounter, offset: number): number {
  return lines.linePos(offset).line || 1;
}

function offsetOf(document: Document.Parsed, path: FieldPath): number | undefined {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0];
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    const next = childOf(node, part);
    if (next === undefined) break;
    offset = next.offset ?? offset;
    node = next.node;
  }
  return offset;
}

function childOf(
  node: unknown,
  part: string | number,
): { node: unknown; offset: number | undefined } | undefined {
  if (isSeq(node) && typeof part === 'number') {
    const item = node.items[part] as ParsedNode | undefined;
    return item === undefined ? undefined : { node: item, offset: item.range[0] };
  }
  if (!isMap(node)) return undefined;
  for (const { key, value } of node.items) {
    if (isScalar(key) && String(key.value) === String(part)) return { node: value, offset: key.range?.[0] };
  }
  return undefined;
}

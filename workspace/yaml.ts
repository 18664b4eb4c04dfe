import { LineCounter, isAlias, isCollection, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Document, Node, YAMLError } from 'yaml';

/** One scalar of a YAML document. `path` is flattened as Spring does: `spring.datasource.url`, `servers[0].host`. */
export interface YamlEntry {
  readonly path: string;
  readonly value: string | number | boolean | null;
  /** 1-based line of the value. */
  readonly line: number;
}

/** One document of a YAML file, in file order. */
export interface YamlDocument {
  readonly entries: readonly YamlEntry[];
  /** The document as plain data. */
  readonly value: unknown;
  /** 1-based line on which the document starts. */
  readonly line: number;
}

/** What is wrong with a YAML text. `line` is 1-based. */
export interface YamlFault {
  readonly kind: 'invalid' | 'too-many-entries';
  readonly message: string;
  readonly line?: number;
}

/** Reads all documents of a YAML 1.2 text; one that has errors is left out and reported as a fault. */
export function parseYaml(
  text: string,
  options: { maxEntries: number },
): { documents: readonly YamlDocument[]; faults: readonly YamlFault[] } {
  if (isTooDeep(text))
    return { documents: [], faults: [{ kind: 'invalid', message: 'it is nested too deep' }] };
  const lines = new LineCounter();
  const documents: YamlDocument[] = [];
  const faults: YamlFault[] = [];
  const parsed = parseAllDocuments(text, { lineCounter: lines, merge: true, logLevel: 'silent' });
  for (const document of parsed) {
    const error = document.errors.find((candidate) => !isFilteredToken(candidate, text));
    if (error) {
      const message = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? error.code;
      faults.push({ kind: 'invalid', message, line: lines.linePos(error.pos[0]).line });
      continue;
    }
    const entries = flatten(document, lines, options.maxEntries);
    if (entries === undefined) {
      faults.push({ kind: 'too-many-entries', message: '' });
      continue;
    }
    const start = document.contents?.range[0] ?? document.range[0];
    documents.push({ entries, value: document.toJS({ maxAliasCount: -1 }), line: lines.linePos(start).line });
  }
  return { documents, faults };
}

/**
 * True if collections may be nested more than some hundred deep. The parser recurses for each, and a stack that is
 * nearly full ends the process where V8 compiles a regular expression: that can't be caught, so it is kept from happening.
 */
function isTooDeep(text: string): boolean {
  if (/^ {600}|(?:^|[ \t])(?:[-?][ \t]+){300}/m.test(text)) return true;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 91 || code === 123) depth++;
    else if ((code === 93 || code === 125) && depth > 0) depth--;
    if (depth > 300) return true;
  }
  return false;
}

/** `version: @project.version@`: Maven replaces it before YAML sees it, so it is no mistake of the file. */
function isFilteredToken(error: YAMLError, text: string): boolean {
  return error.code === 'BAD_SCALAR_START' && /^@[\w.-]+@/.test(text.slice(error.pos[0]));
}

/** Undefined when the document unfolds to more than `max` scalars. */
function flatten(document: Document, lines: LineCounter, max: number): readonly YamlEntry[] | undefined {
  const entries: YamlEntry[] = [];
  let budget = max;
  const visit = (node: unknown, path: string, ancestors: readonly unknown[]): boolean => {
    if (--budget < 0 || ancestors.length > 1000) return false;
    if (isAlias(node)) {
      const target = node.resolve(document);
      // An alias inside its own anchor has no end.
      return target === undefined || ancestors.includes(target) || visit(target, path, [...ancestors, node]);
    }
    const below = [...ancestors, node];
    if (isMap(node)) {
      return node.items.every((pair) => {
        const key = isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : String(pair.key);
        const merged = key === '<<' && !isScalar(pair.value);
        return visit(pair.value, merged ? path : path === '' ? key : `${path}.${key}`, below);
      });
    }
    if (isSeq(node)) return node.items.every((item, index) => visit(item, `${path}[${index}]`, below));
    entries.push({ path, value: scalarValue(node), line: lineOf(node, ancestors, lines) });
    return true;
  };
  return document.contents === null || visit(document.contents, '', []) ? entries : undefined;
}

function scalarValue(node: unknown): string | number | boolean | null {
  const value: unknown = isScalar(node) ? node.value : null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  // Tagged values of other kinds: !!timestamp, !!binary, big integers
  return isScalar(node) && value !== null ? (node.source ?? null) : null;
}

/** A value that is not written stands where its parent starts. */
function lineOf(node: unknown, ancestors: readonly unknown[], lines: LineCounter): number {
  const placed = [node, ...ancestors.toReversed()].find(
    (candidate): candidate is Node => (isScalar(candidate) || isCollection(candidate)) && !!candidate.range,
  );
  return lines.linePos(placed?.range?.[0] ?? 0).line;
}

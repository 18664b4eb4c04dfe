import type { Fact } from '../../model/fact.js';
import type { Project, SourceFile } from '../../workspace/project.js';
import { compileFileName } from '../patterns/file-name.js';
import { blankComments } from './blank-comments.js';
import { mappingOf, textOf, textsOf } from './parameters.js';
import type { Text } from '../../model/text.js';
import { reasons } from './reasons.js';

/**
 * What a run of rules looks at: all files of a location (`konveyor`: the reference's choices, quirks included), or
 * one component's files (`precise`: no comments, the line on which the thing stands).
 */
export interface Scope {
  readonly semantics: 'konveyor' | 'precise';
  readonly project: Project;
  /** Sorted by path. */
  readonly files: readonly SourceFile[];
  readonly facts: readonly Fact[];
  /** Names that hasTags sees; grows while tagging rules run. */
  readonly tags: Set<string>;
  /** Java and PHP files that may matter, because they contain a trigger of the rules that run. */
  readonly java: readonly SourceFile[];
  readonly php: readonly SourceFile[];
  /** Results that several conditions of one run share, by the key of whoever computes them. */
  readonly cache: Map<string, unknown>;
}

/** Computes once per scope. */
export function remember<T>(scope: Scope, key: string, compute: () => T): T {
  if (!scope.cache.has(key)) scope.cache.set(key, compute());
  return scope.cache.get(key) as T;
}

/** The text that patterns run over: line feeds only; without comments where the scope is precise. */
export function searchText(scope: Scope, file: SourceFile): string {
  return remember(scope, `text:${file.path}`, () => {
    const text = file.text();
    if (text === undefined) return scope.semantics === 'konveyor' ? binaryText(file) : '';
    const unix = text.includes('\r') ? text.replace(/\r\n/g, '\n') : text;
    return scope.semantics === 'precise' ? blankComments(file.name, unix) : unix;
  });
}

const largestBinary = 16 * 1024 * 1024;

function binaryText(file: SourceFile): string {
  if (file.size > largestBinary) return '';
  const bytes = file.bytes();
  return bytes ? Buffer.from(bytes).toString('latin1') : '';
}

type Selection = { readonly files: readonly SourceFile[] } | { readonly error: Text };

/** The files that a condition's `filePattern` and `filepaths` leave, of those with one of the extensions if given. */
export function selectFiles(scope: Scope, parameters: unknown, options: { base?: RegExp } = {}): Selection {
  const { filePattern, filepaths } = mappingOf(parameters);
  const base = options.base;
  let files = base
    ? remember(scope, `base:${base.source}`, () => scope.files.filter((file) => base.test(file.name)))
    : scope.files;
  const pattern = textOf(filePattern);
  if (pattern !== undefined && pattern !== '') {
    const [from, test] = [files, nameTest(scope, pattern)];
    files = remember(scope, `files:${base?.source ?? ''}:${pattern}`, () => from.filter(test));
  }
  if (typeof filepaths === 'string' && filepaths !== '') return { error: reasons.notList('filepaths') };
  const paths = textsOf(filepaths);
  if (paths.length === 0) return { files };
  const items = scope.semantics === 'konveyor' ? paths.flatMap((path) => path.split(' ')) : paths;
  const wanted = new Set(items);
  const tests = [...wanted].filter((item) => item !== '').map((item) => nameTest(scope, item));
  return { files: files.filter((file) => wanted.has(file.path) || tests.some((test) => test(file))) };
}

/** The name test of one pattern, compiled once per scope. */
export function nameTest(scope: Scope, pattern: string): (file: SourceFile) => boolean {
  return remember(scope, `name:${pattern}`, () => {
    const paths = remember(scope, 'paths', () => new Set(scope.files.map((file) => file.path)));
    return compileFileName(pattern, {
      hasFile: (path) => paths.has(path),
      hasDirectory: (path) => scope.project.hasDirectory(path),
    });
  });
}

/** 1-based line of an offset in a file's search text. */
export function lineAt(scope: Scope, file: SourceFile, offset: number): number {
  const starts = remember(scope, `lines:${file.path}`, () => lineStarts(searchText(scope, file)));
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

import { excerpt } from './arguments.js';
import { splitAtCommas } from './split.js';
import type { FileReader } from './file-reader.js';
import type { Span } from './headers.js';
import type { JavaAnnotation } from './java-source.js';

/** What may be annotated: from its first modifier to its name. */
interface Annotatable extends Span {
  readonly target: JavaAnnotation['target'];
  readonly owner: string;
}

/** Reads all annotations, those inside others too. */
export function readAnnotations(reader: FileReader): readonly JavaAnnotation[] {
  const { text, scopes, resolve } = reader;
  const things = findAnnotatables(reader);
  const annotations: JavaAnnotation[] = [];
  let outerEnd = 0;
  for (const match of text.blank.matchAll(
    /@\s*(?!interface\b)([\w$\u0080-\uffff]+(?:\s*\.\s*[\w$\u0080-\uffff]+)*)\s*(\()?/g,
  )) {
    const start = match.index;
    const open = match[2] === undefined ? -1 : start + match[0].length - 1;
    const close = open < 0 ? -1 : (text.partner[open] ?? -1);
    const inside = close < 0 ? undefined : { start: open + 1, end: close };
    const owner = scopes.at(start)?.name ?? '';
    const thing = start < outerEnd ? undefined : findInnermost(things, start);
    annotations.push({
      type: resolve((match[1] ?? '').replace(/\s+/g, ''), scopes.at(start)),
      line: text.line(start),
      target: thing?.target ?? 'other',
      owner: thing?.owner ?? owner,
      ...readElements(reader, inside),
    });
    outerEnd = Math.max(outerEnd, close);
  }
  return annotations;
}

function findAnnotatables(reader: FileReader): readonly Annotatable[] {
  const { text, scopes, bindings } = reader;
  const things: Annotatable[] = [];
  const packageStart = /^\s*(?:@[^;]*?\s)?package\s/.exec(text.blank)?.[0].length;
  if (packageStart !== undefined)
    things.push({ start: 0, end: packageStart, target: 'package', owner: reader.prologue.package });
  for (const { declaration: start, start: end, kind, name } of scopes.all) {
    if (start < end) things.push({ start, end, target: kind, owner: name });
  }
  for (const { declaration: start, nameStart: end, kind, name, scope } of bindings.all) {
    things.push({ start, end, target: kind, owner: scope ? `${scope.name}.${name}` : name });
  }
  return things.sort((a, b) => a.start - b.start);
}

/** The last that starts at or before an offset and has not ended there; `int a, b;` starts once for both, the first counts. */
function findInnermost(things: readonly Annotatable[], offset: number): Annotatable | undefined {
  let [low, high] = [0, things.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((things[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const last = things[low - 1];
  if (!last) return undefined;
  let first = low - 1;
  while (things[first - 1]?.start === last.start) first--;
  return things.slice(first, low).find(({ end }) => offset < end);
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

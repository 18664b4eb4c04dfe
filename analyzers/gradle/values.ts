import type { Project, SourceFile } from '../../workspace/project.js';
import { joinPath } from '../paths.js';
import { readStatements, type Statement } from './statements.js';

export interface GradlePlace {
  readonly file: SourceFile;
  readonly line: number;
}

/** A text with the places that decided it, the deciding one first; `open` if a part of it is computed. */
export interface GradleValue {
  readonly text: string;
  readonly places: readonly [GradlePlace, ...GradlePlace[]];
  readonly open: boolean;
}

/** A statement with the script it stands in. */
export interface Placed extends Statement {
  readonly file: SourceFile;
}

/** Statements of a script and of the scripts that it applies by a literal path. */
export function readScript(
  file: SourceFile,
  project: Project,
  seen: readonly string[] = [],
): readonly Placed[] {
  if (seen.includes(file.path) || seen.length > 10) return [];
  return readStatements(file.text() ?? '').flatMap((statement): readonly Placed[] => {
    const placed = { ...statement, file };
    const applied = /^apply\s*\(?\s*from\s*[:=]\s*(?:file\(|rootProject\.file\()?["']([^"']+)["']/.exec(
      statement.text,
    )?.[1];
    if (applied === undefined) return [placed];
    const other = resolveScript(applied, file, project);
    const included = other ? readScript(other, project, [...seen, file.path]) : [];
    return [placed, ...included.map((one) => ({ ...one, blocks: [...statement.blocks, ...one.blocks] }))];
  });
}

function resolveScript(path: string, from: SourceFile, project: Project): SourceFile | undefined {
  const inside = path.replace(
    /^\$\{?(?:rootDir|rootProject\.projectDir|projectDir|project\.rootDir)\}?\//,
    '',
  );
  const candidates =
    inside === path ? [joinPath(from.directory, inside), inside] : [inside, joinPath(from.directory, inside)];
  return candidates.map((candidate) => project.file(candidate)).find((file) => file !== undefined);
}

/** Properties by name: `ext`, `def`, `val`, gradle.properties, and the project's own. The first definition counts. */
export interface GradleProperties {
  readonly get: (name: string) => GradleValue | undefined;
  /** A literal, a reference, or a string with references in it. */
  readonly evaluate: (expression: string, place: GradlePlace) => GradleValue;
}

type Raw = readonly [name: string, expression: string, place: GradlePlace];

export function createProperties(
  statements: readonly Placed[],
  files: readonly SourceFile[],
): GradleProperties {
  const raw = new Map<string, Definition>();
  const add = ([name, expression, place]: Raw): void => {
    if (!raw.has(name)) raw.set(name, { expression, place });
  };
  for (const file of files) {
    for (const { key, value, line } of file.properties()) add([key, JSON.stringify(value), { file, line }]);
  }
  for (const statement of statements) definitionsOf(statement).forEach(add);
  return {
    get: (name) => {
      const found = raw.get(name);
      return found && evaluate(found, raw, [name]);
    },
    evaluate: (expression, place) => evaluate({ expression, place }, raw, []),
  };
}

interface Definition {
  readonly expression: string;
  readonly place: GradlePlace;
}

function evaluate(
  { expression, place }: Definition,
  raw: ReadonlyMap<string, Definition>,
  seen: readonly string[],
): GradleValue {
  const text = expression.trim();
  const literal = /^(["'])(.*)\1$/.exec(text);
  if (literal && !(literal[2] ?? '').includes(literal[1] ?? '"')) {
    const inside = literal[2] ?? '';
    // Single quotes take no references.
    if (literal[1] === "'") return { text: inside, places: [place], open: false };
    return fillTemplate(inside, place, (reference) => evaluate({ expression: reference, place }, raw, seen));
  }
  if (/^[\d.]+[dfL]?$/.test(text)) return { text, places: [place], open: false };
  const name = referenceOf(text);
  const found = name === undefined || seen.includes(name) ? undefined : raw.get(name);
  if (!found || name === undefined) return { text, places: [place], open: true };
  const value = evaluate(found, raw, [...seen, name]);
  return { ...value, places: [...value.places, place] };
}

function fillTemplate(
  template: string,
  place: GradlePlace,
  resolve: (reference: string) => GradleValue,
): GradleValue {
  const places: GradlePlace[] = [];
  let open = false;
  const text = template.replace(
    /\$\{([^{}]+)\}|\$([A-Za-z_]\w*(?:\.\w+)*)/g,
    (whole, braced?: string, bare?: string) => {
      const value = resolve((braced ?? bare ?? '').trim());
      open ||= value.open;
      places.push(...value.places);
      return value.open ? whole : value.text;
    },
  );
  const unique = [
    ...new Map([...places, place].map((one) => [`${one.file.path}:${one.line}`, one])).values(),
  ];
  return { text, places: unique as unknown as GradleValue['places'], open };
}

/** `springVersion`, `rootProject.ext.springVersion`, `property("x")`, `versions.spring`, `ext["x"]`, `extra["x"] as String`. */
function referenceOf(expression: string): string | undefined {
  const text = expression
    .replace(/^(?:rootProject|project|parent)\.(?=\w)/, '')
    .replace(/^(?:ext|extra)\.(?=\w)/, '');
  const keyed =
    /^(?:rootProject\.|project\.)?(?:ext|extra|properties)?\[["']([\w.-]+)["']\]|^(?:findProperty|property)\(["']([\w.-]+)["']\)/.exec(
      text,
    );
  return keyed?.[1] ?? keyed?.[2] ?? /^[A-Za-z_]\w*(?:\.\w+)*$/.exec(text)?.[0];
}

function definitionsOf({ text, line, blocks, file }: Placed): readonly Raw[] {
  const place = { file, line };
  const inExt = blocks.at(-1) === 'ext' || blocks.at(-1) === 'project.ext';
  const keyed =
    /^(?:project\.|rootProject\.)?(?:ext|extra)\[["']([\w.-]+)["']\] ?= ?(.+)$/.exec(text) ??
    /^(?:set|extra\.set)\(["']([\w.-]+)["'], ?(.+)\)$/.exec(text);
  const plain =
    /^(?:(?:def|val|var|final|static|String)\s+)*(?:project\.|rootProject\.)?(?:ext\.)?([A-Za-z_][\w.]*)(?:: ?\w+)? ?= ?(.+)$/.exec(
      text,
    );
  const extra = /^va[lr] (\w+) by extra\((.+)\)$/.exec(text);
  const [, name, expression] = keyed ?? extra ?? plain ?? [];
  if (name === undefined || expression === undefined) return [];
  const isDefinition =
    keyed ??
    extra ??
    (inExt ||
      /^(?:def|val|var|final|static|String)\s|^(?:\w+\.)?ext\./.test(text) ||
      /^(?:version|group)$/.test(name));
  if (!isDefinition) return [];
  const map = /^\[(.+)\]$/.exec(expression)?.[1];
  if (map === undefined) return [[name, expression, place]];
  // ext.versions = [spring: '4.3', junit: '4.12']
  return [...map.matchAll(/["']?([\w.-]+)["']? ?: ?(["'][^"']*["'])/g)].map((match): Raw => [
    `${name}.${match[1] ?? ''}`,
    match[2] ?? '',
    place,
  ]);
}

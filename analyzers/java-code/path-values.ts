import type { JavaArgument, JavaConstruction } from '../../workspace/java-source/java-source.js';
import { withoutFilePrefix } from '../written-path.js';
import { identifierOf, isType, type CodeFile } from './code-file.js';

/** A path as far as code and configuration tell it. */
export interface KnownPath {
  readonly path: string;
  readonly configuredBy?: string;
  /** What stands behind the known part is decided when it runs. */
  readonly partial: boolean;
}

const LIMIT = 8;

/** The value of a path expression: constants, variables, `new File(parent, child)`, `@Value`, getRealPath; undefined if its beginning is unknown. */
export function pathOf(
  code: CodeFile,
  argument: JavaArgument | undefined,
  at: Place,
  depth = 0,
): KnownPath | undefined {
  if (!argument || depth > LIMIT) return undefined;
  if (argument.constant !== undefined) return { path: withoutFilePrefix(argument.constant), partial: false };
  const text = argument.text.trim();
  const realPath = /\bgetRealPath\s*\(\s*(?:"([^"]*)"|([\w.]+))?/.exec(text);
  if (realPath) return webappPath(realPath[1]);
  const property = /System\.getProperty\(\s*"([\w.]+)"\s*\)/.exec(text);
  if (property) return headPath(text, `\${${property[1] ?? ''}}`);
  const file = /^new\s+(?:java\.io\.)?File\s*\((.*)\)(?:\.\w+\(\))?$/s.exec(text);
  if (file) return fileOf(code, text, at, depth);
  const call =
    /^([A-Za-z_$][\w$]*)\.(?:getAbsoluteFile|getAbsolutePath|getPath|toPath|toFile|getCanonicalPath|toString)\(\)$/.exec(
      text,
    );
  if (call) return pathOf(code, { text: call[1] ?? '' }, at, depth + 1);
  const paths =
    /^(?:Paths\.get|Path\.of|new\s+FileWriter|new\s+FileOutputStream)\s*\(\s*([\w.$]+|"[^"]*")/.exec(text);
  if (paths) return partially(pathOf(code, literal(paths[1] ?? ''), at, depth + 1), text.includes(','));
  const sum = /^(?:"([^"]*)"|([\w$.]+))\s*\+/.exec(text);
  if (sum) return sumOf(code, { literal: sum[1], name: sum[2] }, at, depth);
  const name = identifierOf(argument);
  return name === undefined ? undefined : namedPath(code, name, at, depth);
}

export interface Place {
  readonly line: number;
  readonly enclosing: string;
}

function literal(text: string): JavaArgument {
  return text.startsWith('"') ? { text, constant: text.slice(1, -1) } : { text };
}

function webappPath(below: string | undefined): KnownPath {
  const clean = (below ?? '').replace(/^\/+|\/+$/g, '');
  return { path: `webapp:/${clean}`, partial: below === undefined };
}

function headPath(text: string, head: string): KnownPath {
  const tail = /\)\s*\+\s*"([^"]*)"/.exec(text)?.[1] ?? '';
  return { path: tail === '' || tail.startsWith('/') ? head + tail : `${head}/${tail}`, partial: true };
}

function partially(path: KnownPath | undefined, partial: boolean): KnownPath | undefined {
  return path && partial ? { ...path, partial: true } : path;
}

/** The known beginning of a concatenation, up to its last slash. */
function sumOf(
  code: CodeFile,
  first: { literal: string | undefined; name: string | undefined },
  at: Place,
  depth: number,
): KnownPath | undefined {
  const start =
    first.literal === undefined
      ? pathOf(code, { text: first.name ?? '' }, at, depth + 1)
      : { path: first.literal, partial: true };
  if (!start) return undefined;
  const directory =
    first.literal === undefined ? start.path : start.path.slice(0, start.path.lastIndexOf('/') + 1);
  return directory === '' ? undefined : { ...start, path: trimSlash(directory), partial: true };
}

function trimSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}

function namedPath(code: CodeFile, name: string, at: Place, depth: number): KnownPath | undefined {
  const { source } = code;
  const variable = source.variables.findLast(
    (one) => one.name === name && one.enclosing === at.enclosing && one.line <= at.line,
  );
  const field = variable ? undefined : source.fields.find((one) => one.name === name);
  const constant = variable?.constant ?? field?.constant;
  if (constant !== undefined) return { path: withoutFilePrefix(constant), partial: false };
  const injected = injectedPath(code, name);
  if (injected) return injected;
  if (field?.initializer !== undefined && /[("]/.test(field.initializer)) {
    return pathOf(
      code,
      { text: field.initializer },
      { line: field.line, enclosing: field.declaringType },
      depth + 1,
    );
  }
  return variable ? initializedPath(code, variable.line, at, depth) : undefined;
}

/** A variable's initializer stands on its line: the construction or call there is its value. */
function initializedPath(code: CodeFile, line: number, at: Place, depth: number): KnownPath | undefined {
  const made = code.source.constructions.find((one) => one.line === line && isType(one.type, 'java.io.File'));
  if (made) return constructedPath(code, made, depth);
  const call = code.source
    .callsNamed((name) => ['getRealPath', 'get', 'of', 'getProperty'].includes(name))
    .find((one) => one.line === line);
  if (call?.name === 'getRealPath') return webappPath(call.arguments[0]?.constant);
  if (call?.name === 'getProperty' && call.receiver === 'System') {
    return { path: `\${${call.arguments[0]?.constant ?? ''}}`, partial: true };
  }
  if (call && /^(?:Paths|Path)$/.test(call.receiver ?? '')) {
    return partially(pathOf(code, call.arguments[0], at, depth + 1), call.arguments.length > 1);
  }
  const text = code.file.lines()[line - 1] ?? '';
  const expression = /=\s*([^;]+);/.exec(text)?.[1];
  return expression?.includes('+') === true
    ? pathOf(code, { text: expression }, { ...at, line: line - 1 }, depth + 1)
    : undefined;
}

function fileOf(code: CodeFile, text: string, at: Place, depth: number): KnownPath | undefined {
  const made = code.source.constructions.find(
    (one) =>
      one.line === at.line &&
      isType(one.type, 'java.io.File') &&
      one.arguments.every(({ text: part }) => text.includes(part)),
  );
  const simple = /^new\s+File\s*\(\s*("[^"]*"|[\w.$]+)\s*(,?)/.exec(text);
  if (made) return constructedPath(code, made, depth);
  return simple
    ? partially(pathOf(code, literal(simple[1] ?? ''), at, depth + 1), simple[2] === ',')
    : undefined;
}

/** `new File(path)`, `new File(parent, child)`. */
export function constructedPath(code: CodeFile, made: JavaConstruction, depth = 0): KnownPath | undefined {
  const [first, second] = made.arguments;
  const parent = pathOf(code, first, made, depth + 1);
  if (!parent || !second) return parent;
  if (second.constant === undefined) return { ...parent, partial: true };
  return { ...parent, path: `${trimSlash(parent.path)}/${second.constant.replace(/^\//, '')}` };
}

/** The value that Spring injects: the configured one, else the default that stands in the annotation. */
function injectedPath(code: CodeFile, name: string): KnownPath | undefined {
  const annotation = code.source.annotations.find(
    (one) =>
      simpleOwner(one.owner, name) && isType(one.type, 'org.springframework.beans.factory.annotation.Value'),
  );
  const written = annotation?.constants.value?.[0] ?? parameterValue(code, name);
  const key = written === undefined ? undefined : /^\$\{([\w.-]+)/.exec(written)?.[1];
  const filled = written === undefined ? undefined : code.lookup.fill(written);
  if (key === undefined || filled === undefined || filled === '') return undefined;
  return { path: withoutFilePrefix(filled), configuredBy: key, partial: false };
}

function simpleOwner(owner: string, name: string): boolean {
  return owner === name || owner.endsWith(`.${name}`);
}

/** `@Value("${dir}") String dir` as a parameter of a constructor. */
function parameterValue({ file, source }: CodeFile, name: string): string | undefined {
  const lines = source.annotations.filter(
    (one) =>
      one.target === 'parameter' && isType(one.type, 'org.springframework.beans.factory.annotation.Value'),
  );
  const declared = new RegExp(
    `@Value\\s*\\(\\s*"([^"]*)"\\s*\\)\\s*(?:final\\s+)?\\w+\\s+${name.replace(/\$/g, '\\$')}\\b`,
  );
  return lines
    .map(({ line }) => declared.exec(file.lines()[line - 1] ?? '')?.[1])
    .find((one) => one !== undefined);
}

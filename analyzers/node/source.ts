import type { SourceFile } from '../../workspace/project.js';
import type * as Morph from 'ts-morph';
import { defaultOf, environmentName, valueOf } from './values.js';
import type { Names, ScriptValue } from './values.js';

/** A call as its text tells it. */
export interface ScriptCall {
  /** Callee's text without whitespace: `app.listen`, `fs.createWriteStream`, `multer`. */
  readonly callee: string;
  readonly arguments: readonly ScriptValue[];
  readonly line: number;
}

/** What a JavaScript or TypeScript file says, by syntax alone. Lines are 1-based. */
export interface ScriptSource {
  readonly file: SourceFile;
  readonly calls: readonly ScriptCall[];
  readonly environment: readonly {
    readonly name: string;
    readonly default?: string;
    readonly optional: boolean;
    readonly line: number;
  }[];
  /** `key: value` of object literals, with the keys around it: `db.host`. */
  readonly properties: readonly {
    readonly path: readonly string[];
    readonly value: ScriptValue;
    readonly line: number;
  }[];
  readonly strings: readonly { readonly value: string; readonly line: number }[];
  /** Variables of the module (not of a function) that hold a collection: `sessions = new Map()`. */
  readonly collections: readonly { readonly name: string; readonly line: number }[];
}

/** Parses files; the parser is loaded only when there are some (it costs the better part of a second). */
export async function parseScripts(files: readonly SourceFile[]): Promise<readonly ScriptSource[]> {
  if (files.length === 0) return [];
  const morph = await import('ts-morph');
  const project = new morph.Project({
    useInMemoryFileSystem: true,
    skipFileDependencyResolution: true,
    compilerOptions: { allowJs: true, noLib: true, noResolve: true },
  });
  const shared = new Map<string, Morph.Expression>();
  const opened = files.map((file) => {
    const source = project.createSourceFile(`/${file.path}`, file.text() ?? '', { overwrite: true });
    collectShared(morph, source, shared);
    return { file, source };
  });
  return opened.map(({ file, source }) => readSource(morph, { file, source, shared }));
}

/** `const config = { port: 3000 }`, `export default { port: 3000 }` and `module.exports = { port: 3000 }`. */
function collectShared(
  morph: typeof Morph,
  source: Morph.SourceFile,
  shared: Map<string, Morph.Expression>,
): void {
  const stem = source.getBaseNameWithoutExtension();
  source.forEachDescendant((node) => {
    const any: Morph.Node = node;
    if (!morph.Node.isPropertyAssignment(node)) return;
    const initializer = node.getInitializer();
    if (!initializer || morph.Node.isObjectLiteralExpression(initializer)) return;
    const path = pathOf(morph, any);
    const key = [path.length > 1 ? (path.at(-2) ?? stem) : stem, path.at(-1)].join('.');
    if (!shared.has(key)) shared.set(key, initializer);
  });
}

function readSource(
  morph: typeof Morph,
  { file, source, shared }: { file: SourceFile; source: Morph.SourceFile; shared: Names['shared'] },
): ScriptSource {
  const calls: ScriptCall[] = [];
  const environment: ScriptSource['environment'][number][] = [];
  const properties: ScriptSource['properties'][number][] = [];
  const strings: { value: string; line: number }[] = [];
  const names: Names = { local: variablesOf(morph, source), shared };
  const { Node } = morph;
  source.forEachDescendant((node) => {
    const any: Morph.Node = node;
    if (Node.isCallExpression(node) || Node.isNewExpression(node)) {
      const callee = node.getExpression().getText().replace(/\s+/g, '');
      calls.push({
        callee,
        line: lineOf(node.getExpression(), 'end'),
        arguments: node.getArguments().map((one) => valueOf(morph, one, names)),
      });
    } else if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)) {
      strings.push({ value: node.getLiteralText(), line: lineOf(any, 'start') });
    } else if (Node.isPropertyAssignment(node)) {
      const initializer = node.getInitializer();
      if (initializer && !Node.isObjectLiteralExpression(initializer)) {
        properties.push({
          path: pathOf(morph, any),
          value: valueOf(morph, initializer, names),
          line: lineOf(any, 'start'),
        });
      }
    }
    const name = environmentName(morph, node);
    if (name !== undefined)
      environment.push({ name, line: lineOf(node, 'start'), ...defaultOf(morph, node, names) });
  });
  return { file, calls, environment, properties, strings, collections: collectionsOf(source) };
}

/** By the compiler's own table of lines: ts-morph counts line breaks from the top of the file for every node. */
function lineOf(node: Morph.Node, place: 'start' | 'end'): number {
  const file = node.getSourceFile().compilerNode;
  const position = place === 'start' ? node.compilerNode.getStart(file) : node.compilerNode.getEnd();
  return file.getLineAndCharacterOfPosition(position).line + 1;
}

function variablesOf(morph: typeof Morph, source: Morph.SourceFile): ReadonlyMap<string, Morph.Expression> {
  const variables = new Map<string, Morph.Expression>();
  source.forEachDescendant((node) => {
    if (!morph.Node.isVariableDeclaration(node)) return;
    const initializer = node.getInitializer();
    if (initializer && !variables.has(node.getName())) variables.set(node.getName(), initializer);
  });
  return variables;
}

function collectionsOf(source: Morph.SourceFile): { name: string; line: number }[] {
  return source.getVariableDeclarations().flatMap((one) => {
    const text = one.getInitializer()?.getText() ?? '';
    const collection = /^(new\s+(Map|Set|WeakMap|LRU\w*|NodeCache)\b|\{\}|\[\]|Object\.create\()/.test(text);
    return collection ? [{ name: one.getName(), line: one.getStartLineNumber() }] : [];
  });
}

/** Keys of the object literals around a property, and the name of what they are assigned to. */
function pathOf(morph: typeof Morph, node: Morph.Node): string[] {
  const path: string[] = [];
  for (let at: Morph.Node | undefined = node; at; at = at.getParent()) {
    if (morph.Node.isPropertyAssignment(at)) path.unshift(at.getName().replace(/^['"]|['"]$/g, ''));
    else if (morph.Node.isVariableDeclaration(at)) path.unshift(at.getName());
    else if (morph.Node.isCallExpression(at) || morph.Node.isNewExpression(at))
      path.unshift(at.getExpression().getText().replace(/\s+/g, ''));
    else if (!morph.Node.isObjectLiteralExpression(at)) break;
  }
  return path;
}

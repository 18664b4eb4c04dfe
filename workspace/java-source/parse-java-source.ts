import { findNodes, findNodesAside } from '../syntax/grammar.js';
import type { SyntaxNode } from '../syntax/grammar.js';
import { readAnnotations } from './annotations.js';
import { bindingKinds, readBindings } from './bindings.js';
import { describeCall, findCallSites } from './calls.js';
import { createConstantFolder } from './constants.js';
import { findConstructions } from './construction-sites.js';
import { describeConstruction } from './constructions.js';
import {
  describeFields,
  describeMethods,
  describeTypes,
  describeVariables,
  findReturnTypes,
} from './declarations.js';
import type { FileReader } from './file-reader.js';
import { readPrologue } from './imports.js';
import type { JavaSource } from './java-source.js';
import { readJavaText } from './java-text.js';
import type { JavaText } from './java-text.js';
import { methodKinds } from './method-header.js';
import { createTypeResolver } from './resolve-type.js';
import { findScopes } from './scopes.js';
import type { Scopes } from './scopes.js';
import { typeKinds } from './type-header.js';
import { readTypeUses } from './type-uses.js';

/** Declarations, whose structure only a grammar tells; expressions are read from the text between them. */
const kinds = [...typeKinds, ...methodKinds, ...bindingKinds, 'annotation_type_element_declaration', 'ERROR'];

/** Told what went wrong in a part of a file that is read later. */
export type OnFault = (error: unknown) => void;

/**
 * Parses a Java file. Broken source gives what could be read, with `hasErrors`. Declarations are read at once, what
 * stands in the code when it is asked for: most of a file's calls and types nobody asks about.
 */
export function parseJavaSource(source: string, onFault: OnFault): JavaSource {
  return describeSource(createReader(source, findNodes('java', source, kinds)), onFault);
}

/** The same, with the parsing done by another thread. */
export async function parseJavaSourceAside(source: string, onFault: OnFault): Promise<JavaSource> {
  return describeSource(createReader(source, await findNodesAside('java', source, kinds)), onFault);
}

function describeSource(reader: FileReader, onFault: OnFault): JavaSource {
  const list = <T>(read: () => readonly T[]): (() => readonly T[]) => readOnce(read, onFault);
  const { text, scopes, prologue } = reader;
  const [types, methods] = [list(() => describeTypes(reader)), list(() => describeMethods(reader))];
  const [fields, variables] = [list(() => describeFields(reader)), list(() => describeVariables(reader))];
  const { names, callsNamed } = createCallReader(reader, list);
  const calls = list(() => callsNamed(() => true));
  const constructions = list(() => reader.constructions.map((site) => describeConstruction(reader, site)));
  const annotations = list(() => readAnnotations(reader));
  const strings = list(() => describeStrings(text, scopes));
  const typeUses = list(() => readTypeUses(reader));
  return {
    ...prologue,
    get types() {
      return types();
    },
    get methods() {
      return methods();
    },
    get fields() {
      return fields();
    },
    get variables() {
      return variables();
    },
    get calls() {
      return calls();
    },
    callsNamed,
    get callNames() {
      return names();
    },
    get constructions() {
      return constructions();
    },
    get annotations() {
      return annotations();
    },
    get strings() {
      return strings();
    },
    get typeUses() {
      return typeUses();
    },
    hasErrors: reader.nodes.some(({ kind }) => kind === 'ERROR'),
  };
}

/** Reads a list when it is first asked for; where that fails it is empty. */
function readOnce<T>(read: () => readonly T[], onFault: OnFault): () => readonly T[] {
  let known: readonly T[] | undefined;
  return () => {
    try {
      known ??= read();
    } catch (error) {
      known = [];
      onFault(error);
    }
    return known;
  };
}

/** Describes each call when it is first asked for. */
function createCallReader(
  reader: FileReader,
  list: <T>(read: () => readonly T[]) => () => readonly T[],
): { readonly names: () => readonly string[]; readonly callsNamed: JavaSource['callsNamed'] } {
  const sites = list(() =>
    findCallSites(reader).map((site) => ({
      name: site.name,
      read: list(() => [describeCall(reader, site)]),
    })),
  );
  const names = list(() => [...new Set(sites().map(({ name }) => name))]);
  const callsNamed: JavaSource['callsNamed'] = (wants) => {
    const wanted = new Set(names().filter(wants));
    return wanted.size === 0 ? [] : sites().flatMap(({ name, read }) => (wanted.has(name) ? read() : []));
  };
  return { names, callsNamed };
}

function describeStrings(text: JavaText, scopes: Scopes): JavaSource['strings'] {
  return text.literals
    .filter(({ character }) => !character)
    .map(({ value, start }) => ({ value, line: text.line(start), enclosing: scopes.at(start)?.name ?? '' }));
}

function createReader(source: string, nodes: readonly SyntaxNode[]): FileReader {
  const text = readJavaText(source);
  const prologue = readPrologue(text);
  const constructions = findConstructions(text);
  const scopes = findScopes(text, nodes, constructions, prologue.package);
  const resolve = createTypeResolver(prologue, scopes);
  const bindings = readBindings({ text, scopes, resolve }, nodes);
  return {
    text,
    prologue,
    imported: new Set(prologue.imports.map(({ name }) => name.slice(name.lastIndexOf('.') + 1))),
    nodes,
    constructions,
    scopes,
    resolve,
    bindings,
    fold: createConstantFolder({ text, scopes, bindings, resolve }),
    returnTypes: findReturnTypes(text, scopes, resolve),
  };
}

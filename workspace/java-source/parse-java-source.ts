import { findNodes } from '../syntax/grammar.js';
import { readAnnotations } from './annotations.js';
import { bindingKinds, readBindings } from './bindings.js';
import { readCalls } from './calls.js';
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
import { typeKinds } from './type-header.js';
import { readTypeUses } from './type-uses.js';

/** Declarations, whose structure only a grammar tells; expressions are read from the text between them. */
const kinds = [...typeKinds, ...methodKinds, ...bindingKinds, 'annotation_type_element_declaration', 'ERROR'];

/** Parses a Java file. Broken source gives what could be read, with `hasErrors`. */
export function parseJavaSource(source: string): JavaSource {
  const text = readJavaText(source);
  const reader = createReader(source, text);
  return {
    ...readPrologue(text),
    types: describeTypes(reader),
    methods: describeMethods(reader),
    fields: describeFields(reader),
    variables: describeVariables(reader),
    calls: readCalls(reader),
    constructions: reader.constructions.map((site) => describeConstruction(reader, site)),
    annotations: readAnnotations(reader),
    strings: text.literals
      .filter(({ character }) => !character)
      .map(({ value, start }) => ({
        value,
        line: text.line(start),
        enclosing: reader.scopes.at(start)?.name ?? '',
      })),
    typeUses: readTypeUses(reader),
    hasErrors: reader.nodes.some(({ kind }) => kind === 'ERROR'),
  };
}

function createReader(source: string, text: JavaText): FileReader {
  const nodes = findNodes('java', source, kinds);
  const prologue = readPrologue(text);
  const constructions = findConstructions(text);
  const scopes = findScopes(text, nodes, constructions, prologue.package);
  const resolve = createTypeResolver(prologue, scopes);
  const bindings = readBindings({ text, scopes, resolve }, nodes);
  return {
    text,
    package: prologue.package,
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

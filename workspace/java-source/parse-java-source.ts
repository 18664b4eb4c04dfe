import { findNodes } from '../syntax/grammar.js';
import type { SyntaxNode } from '../syntax/grammar.js';
import { annotationKinds, readAnnotation } from './annotations.js';
import { bindingKinds, readBindings } from './bindings.js';
import { readCall, readConstruction } from './calls.js';
import { createConstantFolder } from './constants.js';
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
import { methodKinds } from './method-header.js';
import { createTypeResolver } from './resolve-type.js';
import { findScopes } from './scopes.js';
import { typeKinds } from './type-header.js';
import { readTypeUse, typeUseKinds } from './type-uses.js';

const callKinds = ['method_invocation', 'explicit_constructor_invocation'];

const kinds = [
  ...new Set([
    'package_declaration',
    ...typeKinds,
    ...methodKinds,
    ...bindingKinds,
    ...callKinds,
    'object_creation_expression',
    ...annotationKinds,
    ...typeUseKinds,
    'ERROR',
  ]),
];

/** Parses a Java file. Broken source gives what could be read, with `hasErrors`. */
export function parseJavaSource(source: string): JavaSource {
  const nodes = findNodes('java', source, kinds);
  const text = readJavaText(source);
  const prologue = readPrologue(text);
  const scopes = findScopes(text, nodes, prologue.package);
  const resolve = createTypeResolver(prologue, scopes);
  const bindings = readBindings({ text, scopes, resolve }, nodes);
  const reader: FileReader = {
    text,
    package: prologue.package,
    scopes,
    resolve,
    bindings,
    fold: createConstantFolder({ text, scopes, bindings, resolve }),
    returnTypes: findReturnTypes(text, scopes, resolve),
  };
  const read = <T>(
    of: readonly string[],
    one: (reader: FileReader, node: SyntaxNode) => T | undefined,
  ): T[] => nodes.flatMap((node) => (of.includes(node.kind) ? (one(reader, node) ?? []) : []));
  return {
    ...prologue,
    types: describeTypes(reader),
    methods: describeMethods(reader),
    fields: describeFields(reader),
    variables: describeVariables(reader),
    calls: read(callKinds, readCall),
    constructions: read(['object_creation_expression'], readConstruction),
    annotations: read(annotationKinds, readAnnotation),
    strings: text.literals
      .filter(({ character }) => !character)
      .map(({ value, start }) => ({
        value,
        line: text.line(start),
        enclosing: scopes.at(start)?.name ?? '',
      })),
    typeUses: read(typeUseKinds, readTypeUse),
    hasErrors: nodes.some(({ kind }) => kind === 'ERROR'),
  };
}

import { findNodesAside } from '../syntax/grammar.js';
import type { SyntaxNode } from '../syntax/grammar.js';
import { assignmentKinds, describeValue, readAssignments, readInclude, readReturned } from './assignments.js';
import { methodCallKinds, readConstruction, readFunctionCall, readMethodCall } from './calls.js';
import { readConstants } from './constants.js';
import { classKinds, functionKinds, readDeclarations } from './declarations.js';
import { featureKinds, readFeatures } from './features.js';
import type { FileReader } from './file-reader.js';
import { readNames } from './names.js';
import type { PhpSource } from './php-source.js';
import { parsablePhp, readPhpText, textNodeKinds } from './php-text.js';
import type { PhpText } from './php-text.js';
import { readSuperglobal, superglobalPattern } from './superglobals.js';

const includeKinds = [
  'include_expression',
  'include_once_expression',
  'require_expression',
  'require_once_expression',
];

const rules = [
  ...new Set([
    ...textNodeKinds,
    ...classKinds,
    ...functionKinds,
    ...methodCallKinds,
    ...assignmentKinds,
    ...includeKinds,
    ...featureKinds,
    'augmented_assignment_expression',
    'namespace_use_declaration',
    'function_call_expression',
    'object_creation_expression',
    'const_element',
    'return_statement',
    'unset_statement',
    'update_expression',
    'ERROR',
  ]),
  { kind: 'variable_name', regex: superglobalPattern },
];

/** Parses a PHP file, HTML around it or not. Broken source gives what could be read, with `hasErrors`. */
export function parsePhpSource(source: string): PhpSource {
  return readPhpSource(readPhpText(source, rules));
}

/** The same, with the parsing done by another thread. */
export async function parsePhpSourceAside(source: string): Promise<PhpSource> {
  const nodes = await findNodesAside('php', parsablePhp(source), rules);
  return readPhpSource(readPhpText(source, rules, nodes));
}

function readPhpSource(text: PhpText): PhpSource {
  const names = readNames(text);
  const declarations = readDeclarations(text, names);
  const { definitions, fold } = readConstants(text, declarations.className);
  const reader: FileReader = { ...declarations, text, names, fold };
  const read = <T>(
    kinds: readonly string[],
    one: (reader: FileReader, node: SyntaxNode) => T | readonly T[] | undefined,
  ): readonly T[] =>
    text.nodes.flatMap((node) => (kinds.includes(node.kind) ? (one(reader, node) ?? []) : []));
  return {
    namespace: names.namespace,
    uses: names.uses,
    functions: declarations.functions,
    classes: declarations.classes,
    calls: read(['function_call_expression'], readFunctionCall),
    methodCalls: read(methodCallKinds, readMethodCall),
    constructions: read(['object_creation_expression'], readConstruction),
    constants: definitions.map(({ name, value, line }) => ({ name, ...describeValue(reader, value), line })),
    assignments: read(assignmentKinds, readAssignments),
    returned: read(['return_statement'], readReturned),
    includes: read(includeKinds, readInclude),
    superglobals: read(['variable_name'], readSuperglobal),
    strings: text.literals.flatMap(({ value, start, inside }) =>
      inside ? [] : { value, line: text.line(start) },
    ),
    features: readFeatures(text, declarations.classes),
    hasErrors: text.nodes.some(({ kind }) => kind === 'ERROR'),
  };
}

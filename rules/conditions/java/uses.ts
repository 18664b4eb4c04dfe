import type {
  JavaArgument,
  JavaAnnotation,
  JavaSource,
  JavaTypeName,
} from '../../../workspace/java-source/java-source.js';
import type { SourceFile } from '../../../workspace/project.js';

/** One place in Java code that a pattern can name. */
export interface JavaUse {
  readonly file: SourceFile;
  readonly source: JavaSource;
  readonly line: number;
  /** Last segment: of the type, or the method's name. */
  readonly simple: string;
  /** Qualified names it may have: of the type, or of the type that declares the method. */
  readonly names: readonly string[];
  /** What the reference calls the symbol: the enclosing or declaring element. */
  readonly element: string;
  readonly kind: 'Class' | 'Method' | 'Field' | 'Module' | 'Constructor' | 'Variable' | 'Interface';
  /** The type of a receiver is not known. */
  readonly unresolved: boolean;
  readonly receiver?: string;
  readonly arguments?: readonly JavaArgument[];
  readonly enclosing?: string;
  readonly annotation?: JavaAnnotation;
  /** Qualified name of what annotations may stand on. */
  readonly owner?: string;
}

export type Extract = (file: SourceFile, source: JavaSource) => readonly JavaUse[];

function namesOf(type: JavaTypeName | undefined): readonly string[] {
  if (!type) return [];
  return type.candidates && !type.resolved ? [...type.candidates, type.name] : [type.name];
}

function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** A use of a type: found under its simple name. */
function typeUse(
  file: SourceFile,
  source: JavaSource,
  type: JavaTypeName,
  rest: Pick<JavaUse, 'line' | 'element' | 'kind'> & Partial<JavaUse>,
): JavaUse {
  return { file, source, simple: lastSegment(type.name), names: namesOf(type), unresolved: false, ...rest };
}

const typeReferences: Extract = (file, source) =>
  source.typeUses.map(({ type, line }) =>
    typeUse(file, source, type, { line, element: lastSegment(type.name), kind: 'Class' }),
  );

const imports: Extract = (file, source) =>
  source.imports.map(({ name, line, onDemand, static: isStatic }) => {
    const type = isStatic && !onDemand ? name.slice(0, name.lastIndexOf('.')) : name;
    const shown = onDemand ? `${name}.*` : name;
    return typeUse(file, source, { name: type, resolved: true }, { line, element: shown, kind: 'Module' });
  });

function declarationsOf(
  file: SourceFile,
  source: JavaSource,
  types: JavaSource['types'],
): readonly JavaUse[] {
  return types.map((type) =>
    typeUse(
      file,
      source,
      { name: type.name, resolved: true },
      { line: type.line, element: lastSegment(type.name), kind: 'Class', owner: type.name },
    ),
  );
}

const declarations: Extract = (file, source) => declarationsOf(file, source, source.types);

const supertypes =
  (accepts: (type: JavaSource['types'][number]) => boolean): Extract =>
  (file, source) =>
    source.types.filter(accepts).flatMap((type) =>
      [...(type.superclass ? [type.superclass] : []), ...type.interfaces].map((parent) =>
        typeUse(file, source, parent, {
          line: parent.line,
          element: lastSegment(type.name),
          kind: 'Class',
          owner: type.name,
        }),
      ),
    );

/** The calls of some names. */
export const callsIn = (
  file: SourceFile,
  source: JavaSource,
  wants: (name: string) => boolean,
): readonly JavaUse[] =>
  source.callsNamed(wants).map((call) => ({
    file,
    source,
    line: call.line,
    simple: call.name,
    names: call.receiverType
      ? namesOf(call.receiverType)
      : implicitReceivers(source, call.name, call.receiver),
    unresolved: !call.receiverType,
    element: lastSegment(call.enclosing),
    kind: 'Method',
    arguments: call.arguments,
    enclosing: call.enclosing,
    ...(call.receiver === undefined ? {} : { receiver: call.receiver }),
  }));

/** A call without receiver goes to a static import, to the type itself or to what it extends. */
function implicitReceivers(
  source: JavaSource,
  method: string,
  receiver: string | undefined,
): readonly string[] {
  if (receiver !== undefined && receiver !== 'super' && receiver !== 'this') return [];
  const names: string[] = [];
  for (const { static: isStatic, onDemand, name } of source.imports) {
    if (isStatic && onDemand) names.push(name);
    else if (isStatic && lastSegment(name) === method) names.push(name.slice(0, name.lastIndexOf('.')));
  }
  for (const type of source.types) {
    names.push(type.name, ...namesOf(type.superclass), ...type.interfaces.flatMap(namesOf));
  }
  return names;
}

const constructions: Extract = (file, source) =>
  source.constructions.map((construction) =>
    typeUse(file, source, construction.type, {
      line: construction.line,
      element: lastSegment(construction.enclosing),
      kind: 'Constructor',
      arguments: construction.arguments,
      enclosing: construction.enclosing,
    }),
  );

const methods: Extract = (file, source) =>
  source.methods.map((method) => ({
    file,
    source,
    line: method.line,
    simple: method.name,
    names: [method.type],
    unresolved: false,
    element: method.name,
    kind: 'Method',
    owner: `${method.type}.${method.name}`,
  }));

const fields: Extract = (file, source) =>
  source.fields.map((field) =>
    typeUse(file, source, field.type, {
      line: field.line,
      element: field.name,
      kind: 'Field',
      owner: `${field.declaringType}.${field.name}`,
    }),
  );

const variables: Extract = (file, source) =>
  source.variables.map((variable) =>
    typeUse(file, source, variable.type, {
      line: variable.line,
      element: variable.name,
      kind: 'Variable',
      enclosing: variable.enclosing,
    }),
  );

const returnTypes: Extract = (file, source) =>
  source.methods.flatMap((method) =>
    method.returnType
      ? [
          typeUse(file, source, method.returnType, {
            line: method.line,
            element: method.name,
            kind: 'Method',
            owner: `${method.type}.${method.name}`,
          }),
        ]
      : [],
  );

const annotations: Extract = (file, source) =>
  source.annotations.map((annotation) =>
    typeUse(file, source, annotation.type, {
      line: annotation.line,
      element: lastSegment(annotation.type.name),
      kind: 'Interface',
      annotation,
    }),
  );

const packages: Extract = (file, source) => {
  const own: JavaUse[] = source.package
    ? [
        typeUse(
          file,
          source,
          { name: source.package, resolved: true },
          { line: source.packageLine, element: source.package, kind: 'Module' },
        ),
      ]
    : [];
  return [
    ...own,
    ...imports(file, source),
    ...typeReferences(file, source).filter(
      (use) => use.names[0]?.includes('.') === true && isWrittenOut(use),
    ),
  ];
};

/** A type used by its full name in code, not through an import. */
function isWrittenOut(use: JavaUse): boolean {
  const name = use.names[0] ?? '';
  return (
    !name.startsWith('java.lang.') &&
    !use.source.imports.some(
      (item) => item.name === name || (item.onDemand && name.startsWith(`${item.name}.`)),
    ) &&
    !name.startsWith(`${use.source.package}.`)
  );
}

const any: Extract = (file, source) => [
  ...imports(file, source),
  ...declarations(file, source),
  ...typeReferences(file, source),
];

const extractors: Readonly<Record<string, Extract>> = {
  ANY: any,
  TYPE: (file, source) => [...declarations(file, source), ...typeReferences(file, source)],
  METHOD_CALL: (file, source) => callsIn(file, source, () => true),
  CONSTRUCTOR_CALL: constructions,
  IMPORT: imports,
  ANNOTATION: annotations,
  PACKAGE: packages,
  INHERITANCE: supertypes((type) => type.superclass !== undefined || type.kind === 'interface'),
  IMPLEMENTS_TYPE: supertypes((type) => type.kind !== 'interface' && type.kind !== 'annotation'),
  VARIABLE_DECLARATION: variables,
  METHOD: methods,
  FIELD: fields,
  FIELD_DECLARATION: fields,
  RETURN_TYPE: returnTypes,
  ENUM: (file, source) =>
    declarationsOf(
      file,
      source,
      source.types.filter((type) => type.kind === 'enum'),
    ),
  CLASS: declarations,
};

/** How the uses of a location are read from a file; a location that is none stands for any. */
export function extractorOf(location: string): Extract {
  return (Object.hasOwn(extractors, location) ? extractors[location] : undefined) ?? any;
}

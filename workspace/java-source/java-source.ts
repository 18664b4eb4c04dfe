/**
 * What a Java source file says, as plain data: parsed once by tree-sitter, used by every analyzer and rule. Each list is
 * read when it is first asked for. Comments are not in it. `enclosing`, `owner` and the like are qualified: `a.b.Type.method`; nested types are `a.b.Outer.Inner`,
 * the n-th anonymous class of a type is `a.b.Type$n`. Type names are resolved where syntax allows (imports, same package, java.lang) and are then
 * qualified; otherwise they are as written and `resolved` is false. Lines are 1-based.
 */
export interface JavaSource {
  readonly package: string;
  readonly packageLine: number;
  readonly imports: readonly JavaImport[];
  readonly types: readonly JavaType[];
  readonly methods: readonly JavaMethod[];
  readonly fields: readonly JavaField[];
  readonly variables: readonly JavaVariable[];
  readonly calls: readonly JavaCall[];
  /** The calls of the names that a test wants: much cheaper than all calls, as only these are looked at closely. */
  readonly callsNamed: (wants: (name: string) => boolean) => readonly JavaCall[];
  /** The names of all calls, each once, in the order of their first calls. */
  readonly callNames: readonly string[];
  readonly constructions: readonly JavaConstruction[];
  readonly annotations: readonly JavaAnnotation[];
  readonly strings: readonly JavaString[];
  /** Every use of a type by name outside imports: declarations, casts, generics, class literals, static calls. */
  readonly typeUses: readonly { readonly type: JavaTypeName; readonly line: number }[];
  /** The grammar met something it does not know; what follows it may be missing. */
  readonly hasErrors: boolean;
}

export interface JavaTypeName {
  /** `java.io.File` if resolved, else as written; without type arguments and array dimensions. */
  readonly name: string;
  readonly resolved: boolean;
  /** With `import p.*` only: every qualified name it could be. */
  readonly candidates?: readonly string[];
}

export interface JavaImport {
  /** `java.io.File`, or `java.io` when on demand. */
  readonly name: string;
  readonly static: boolean;
  readonly onDemand: boolean;
  readonly line: number;
}

export interface JavaType {
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum' | 'record' | 'annotation';
  readonly line: number;
  readonly superclass?: JavaTypeName & { readonly line: number };
  readonly interfaces: readonly (JavaTypeName & { readonly line: number })[];
  readonly modifiers: readonly string[];
}

export interface JavaMethod {
  readonly name: string;
  /** Qualified name of the declaring type. */
  readonly type: string;
  readonly line: number;
  /** Absent for constructors. */
  readonly returnType?: JavaTypeName;
  readonly parameters: readonly { readonly name: string; readonly type: JavaTypeName }[];
  readonly throws: readonly JavaTypeName[];
  readonly modifiers: readonly string[];
}

export interface JavaField {
  readonly name: string;
  readonly declaringType: string;
  readonly type: JavaTypeName;
  readonly line: number;
  readonly modifiers: readonly string[];
  /** Source text of the initializer, at most 500 characters. */
  readonly initializer?: string;
  /** Value when the initializer is a constant string (concatenations of constants folded). */
  readonly constant?: string;
}

export interface JavaVariable {
  readonly name: string;
  readonly type: JavaTypeName;
  readonly line: number;
  /** `Type.method` it stands in. */
  readonly enclosing: string;
  readonly constant?: string;
}

/** An argument as source text (at most 200 characters), with its value when it is a constant string (constants of the same file folded). */
export interface JavaArgument {
  readonly text: string;
  readonly constant?: string;
}

export interface JavaCall {
  readonly name: string;
  /** Source text before the dot, at most 200 characters; absent for unqualified calls. */
  readonly receiver?: string;
  /** Declared type of the receiver (variable, field, parameter, static type, `new X()`), when syntax tells. */
  readonly receiverType?: JavaTypeName;
  readonly arguments: readonly JavaArgument[];
  /** Line of the method's name. */
  readonly line: number;
  readonly enclosing: string;
}

export interface JavaConstruction {
  readonly type: JavaTypeName;
  readonly arguments: readonly JavaArgument[];
  readonly line: number;
  readonly enclosing: string;
}

export interface JavaAnnotation {
  readonly type: JavaTypeName;
  readonly line: number;
  readonly target: 'type' | 'method' | 'field' | 'parameter' | 'variable' | 'package' | 'other';
  /** Name of the annotated thing: `a.b.Type`, `a.b.Type.method`, `a.b.Type.field`. */
  readonly owner: string;
  /** Written elements: source text by name; a single value is `value`. */
  readonly elements: Readonly<Record<string, string>>;
  /** Elements that are constant strings, or arrays of them: their values by name. */
  readonly constants: Readonly<Record<string, readonly string[]>>;
}

export interface JavaString {
  /** Unescaped. */
  readonly value: string;
  readonly line: number;
  /** `Type.method`, or `Type` for initializers and annotations. */
  readonly enclosing: string;
}

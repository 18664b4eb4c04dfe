import type { Binding } from './bindings.js';
import { excerpt } from './arguments.js';
import type { FileReader } from './file-reader.js';
import { readTypeName } from './headers.js';
import type { Span } from './headers.js';
import type { JavaField, JavaMethod, JavaType, JavaTypeName, JavaVariable } from './java-source.js';
import type { Scope, Scopes } from './scopes.js';
import { typeOf } from './scopes.js';
import type { JavaText } from './java-text.js';
import type { TypeResolver } from './resolve-type.js';

type Placed = JavaTypeName & { readonly line: number };

/** Describes the named types of a file. */
export function describeTypes({ text, scopes, resolve }: FileReader): readonly JavaType[] {
  const place = (span: Span, scope: Scope): Placed => ({
    ...resolve(readTypeName(text, span), scope),
    line: text.line(span.start),
  });
  return scopes.all.flatMap((scope) => {
    const { type } = scope;
    if (!type) return [];
    return {
      name: scope.name,
      kind: type.kind,
      line: text.line(type.nameStart),
      ...(type.superclass ? { superclass: place(type.superclass, scope) } : {}),
      interfaces: type.interfaces.map((span) => place(span, scope)),
      modifiers: type.modifiers,
    };
  });
}

/** Describes methods and constructors, those of anonymous classes included. */
export function describeMethods({ text, scopes, resolve, bindings }: FileReader): readonly JavaMethod[] {
  const parameters = new Map<Scope, Binding[]>();
  for (const binding of bindings.all) {
    if (!binding.method) continue;
    const known = parameters.get(binding.method);
    if (known) known.push(binding);
    else parameters.set(binding.method, [binding]);
  }
  return scopes.all.flatMap((scope) => {
    const { method } = scope;
    if (!method) return [];
    return {
      name: method.name,
      type: typeOf(scope)?.name ?? '',
      line: text.line(method.nameStart),
      ...(method.returnType ? { returnType: resolve(readTypeName(text, method.returnType), scope) } : {}),
      parameters: (parameters.get(scope) ?? []).map(({ name, type }) => ({ name, type })),
      throws: method.throws.map((span) => resolve(readTypeName(text, span), scope)),
      modifiers: method.modifiers,
    };
  });
}

/** Describes fields, with their value where it is a constant string. */
export function describeFields({ text, bindings, fold }: FileReader): readonly JavaField[] {
  return bindings.all.flatMap((binding) => {
    if (binding.kind !== 'field') return [];
    const { initializer } = binding;
    const constant = initializer && fold(initializer);
    return {
      name: binding.name,
      declaringType: typeOf(binding.scope)?.name ?? '',
      type: binding.type,
      line: text.line(binding.nameStart),
      modifiers: binding.modifiers,
      ...(initializer
        ? { initializer: excerpt(text.source.slice(initializer.start, initializer.end).trim(), 500) }
        : {}),
      ...(constant === undefined ? {} : { constant }),
    };
  });
}

/** Describes local variables, loop variables, resources and what `catch` catches. */
export function describeVariables({ text, bindings, fold }: FileReader): readonly JavaVariable[] {
  return bindings.all.flatMap((binding) => {
    if (binding.kind !== 'variable') return [];
    const constant = binding.initializer && fold(binding.initializer);
    return {
      name: binding.name,
      type: binding.type,
      line: text.line(binding.nameStart),
      enclosing: binding.scope?.name ?? '',
      ...(constant === undefined ? {} : { constant }),
    };
  });
}

/** Return types by `Type.method`; an overloaded name counts only when all agree. */
export function findReturnTypes(
  text: JavaText,
  scopes: Scopes,
  resolve: TypeResolver,
): ReadonlyMap<string, JavaTypeName> {
  const types = new Map<string, JavaTypeName | undefined>();
  for (const scope of scopes.all) {
    const span = scope.method?.returnType;
    if (!span) continue;
    const type = resolve(readTypeName(text, span), scope);
    const known = types.get(scope.name);
    types.set(scope.name, types.has(scope.name) && known?.name !== type.name ? undefined : type);
  }
  const certain = new Map<string, JavaTypeName>();
  for (const [name, type] of types) if (type) certain.set(name, type);
  return certain;
}

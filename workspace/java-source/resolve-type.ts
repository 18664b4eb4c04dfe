import type { JavaPrologue } from './imports.js';
import { javaLangTypes, primitiveTypes } from './java-lang.js';
import type { JavaTypeName } from './java-source.js';
import type { Scope, Scopes } from './scopes.js';

/** Resolves the name of a type as written at a scope. */
export type TypeResolver = (written: string, scope: Scope | undefined) => JavaTypeName;

/**
 * Resolves names as far as one file can tell: type parameters, types of the file, single imports, java.lang, then the
 * same package, which is certain only when there is no import on demand.
 * https://docs.oracle.com/javase/specs/jls/se17/html/jls-6.html#jls-6.5.5
 */
export function createTypeResolver(prologue: JavaPrologue, scopes: Scopes): TypeResolver {
  const declared = new Set(scopes.all.flatMap((scope) => (scope.type ? [scope.name] : [])));
  const single = new Map<string, string>();
  for (const { name, onDemand, static: isStatic } of prologue.imports) {
    if (!onDemand && !isStatic) single.set(name.slice(name.lastIndexOf('.') + 1), name);
  }
  const onDemand = prologue.imports
    .filter((entry) => entry.onDemand && !entry.static)
    .map(({ name }) => name);
  const known = new Map<string, JavaTypeName>();
  const outside = (first: string, rest: string): JavaTypeName => {
    const imported = single.get(first);
    if (imported !== undefined) return { name: imported + rest, resolved: true };
    const own = inPackage(prologue.package, first);
    if (declared.has(own)) return { name: own + rest, resolved: true };
    if (rest !== '' && /^[a-z]/.test(first)) return { name: first + rest, resolved: true };
    if (javaLangTypes.has(first)) return { name: `java.lang.${first}${rest}`, resolved: true };
    if (onDemand.length === 0) return { name: own + rest, resolved: true };
    const candidates = [own, ...onDemand.map((prefix) => `${prefix}.${first}`)].map((name) => name + rest);
    return { name: first + rest, resolved: false, candidates };
  };
  return (written, scope) => {
    if (primitiveTypes.has(written)) return { name: written, resolved: true };
    const dot = written.indexOf('.');
    const first = dot < 0 ? written : written.slice(0, dot);
    const rest = dot < 0 ? '' : written.slice(dot);
    const inside = resolveInside(first, scope, declared);
    if (inside === 'type-parameter' || written === 'var' || written === '')
      return { name: written, resolved: false };
    if (inside !== undefined) return { name: inside + rest, resolved: true };
    let name = known.get(written);
    if (!name) known.set(written, (name = outside(first, rest)));
    return name;
  };
}

function inPackage(packageName: string, name: string): string {
  return packageName === '' ? name : `${packageName}.${name}`;
}

/** Looks for a type parameter or a nested type, from the inside out. */
function resolveInside(
  first: string,
  scope: Scope | undefined,
  declared: ReadonlySet<string>,
): string | undefined {
  for (let at = scope; at; at = at.parent) {
    if (at.typeParameters.includes(first)) return 'type-parameter';
    if (at.kind !== 'type') continue;
    if (at.type?.name === first) return at.name;
    if (declared.has(`${at.name}.${first}`)) return `${at.name}.${first}`;
  }
  return undefined;
}

/** True if a name stands for a type parameter at a scope. */
export function isTypeParameter(name: string, scope: Scope | undefined): boolean {
  for (let at = scope; at; at = at.parent) if (at.typeParameters.includes(name)) return true;
  return false;
}

import type { FileReader } from './file-reader.js';
import type { Span } from './headers.js';
import type { JavaTypeName } from './java-source.js';
import { typeOf } from './scopes.js';
import type { Scope } from './scopes.js';

/**
 * The declared type of the expression before a dot, where one file tells: a name, `this`, `super`, a cast, `new`, a
 * literal, a type, or a call of a method of this file.
 */
export function receiverTypeOf(reader: FileReader, span: Span): JavaTypeName | undefined {
  const { blank } = reader.text;
  // Longer ones are chains, of which a single file knows nothing.
  if (span.end - span.start > 1000) return undefined;
  const written = blank.slice(span.start, span.end).trim();
  const start = span.start + blank.slice(span.start, span.end).search(/\S/);
  const scope = reader.scopes.at(start);
  if (written.startsWith('"'))
    return written.indexOf('"', 1) === written.length - 1
      ? { name: 'java.lang.String', resolved: true }
      : undefined;
  if (written.startsWith('(')) return castTypeOf(reader, start, written);
  const created = /^new\s+([\w$\u0080-\uffff.]+)[^]*\)$/.exec(written);
  if (created?.[1] !== undefined) {
    const open = blank.indexOf('(', start);
    return reader.text.partner[open] === start + written.length - 1
      ? reader.resolve(created[1], scope)
      : undefined;
  }
  if (written.endsWith(')')) return returnTypeOf(reader, start, written, scope);
  const element = /^((?:this\.)?[\w$\u0080-\uffff]+)\s*\[[^]*\]$/.exec(written);
  const path = (element?.[1] ?? written).replace(/\s+/g, '');
  return /^[\w$\u0080-\uffff.]+$/.test(path) ? pathTypeOf(reader, path, start, scope) : undefined;
}

/** `((Type) x)` */
function castTypeOf(reader: FileReader, start: number, written: string): JavaTypeName | undefined {
  if (reader.text.partner[start] !== start + written.length - 1) return undefined;
  const cast = /^\(\s*\(\s*([\w$\u0080-\uffff.]+)(?:<[^()]*>)?[\s[\]]*\)\s*[\w$\u0080-\uffff"(]/.exec(
    written,
  )?.[1];
  if (cast !== undefined) return reader.resolve(cast, reader.scopes.at(start));
  return receiverTypeOf(reader, { start: start + 1, end: start + written.length - 1 });
}

/** `method(…)` and `this.method(…)`, when this file has one method of that name. */
function returnTypeOf(
  reader: FileReader,
  start: number,
  written: string,
  scope: Scope | undefined,
): JavaTypeName | undefined {
  const name = /^(?:this\s*\.\s*)?([\w$\u0080-\uffff]+)\s*\(/.exec(written)?.[1];
  const open = reader.text.blank.indexOf('(', start);
  if (name === undefined || reader.text.partner[open] !== start + written.length - 1) return undefined;
  for (let type = typeOf(scope); type; type = typeOf(type.parent)) {
    const found = reader.returnTypes.get(`${type.name}.${name}`);
    if (found) return found;
  }
  return undefined;
}

function pathTypeOf(
  reader: FileReader,
  path: string,
  offset: number,
  scope: Scope | undefined,
): JavaTypeName | undefined {
  if (path === 'this') return selfType(scope);
  if (path === 'super') return superType(reader, scope);
  const own = path.replace(/^this\./, '');
  const dot = own.lastIndexOf('.');
  if (dot < 0) {
    const bound =
      own === path
        ? reader.bindings.find(own, offset)
        : reader.bindings.field(typeOf(scope)?.name ?? '', own);
    if (bound) return bound.type;
    return own === path && /^[A-Z]/.test(own) && !/^[A-Z][A-Z0-9_]+$/.test(own)
      ? reader.resolve(own, scope)
      : undefined;
  }
  const last = own.slice(dot + 1);
  const owner = own.slice(0, dot);
  if (owner.endsWith('.this') || last === 'this') return reader.resolve(owner, scope);
  const field = /^[A-Z]/.test(owner)
    ? reader.bindings.field(reader.resolve(owner, scope).name, last)
    : undefined;
  if (field) return field.type;
  const isType =
    /^[A-Z][\w$\u0080-\uffff]*[a-z]/.test(last) && (/^[a-z][\w.]*$/.test(owner) || /^[A-Z]/.test(owner));
  if (isType && !reader.bindings.find(own.slice(0, own.indexOf('.')), offset))
    return reader.resolve(own, scope);
  return /^(?:java\.lang\.)?System\.(?:out|err)$/.test(own)
    ? { name: 'java.io.PrintStream', resolved: true }
    : undefined;
}

function selfType(scope: Scope | undefined): JavaTypeName | undefined {
  const type = typeOf(scope);
  return type && { name: type.name, resolved: true };
}

function superType(reader: FileReader, scope: Scope | undefined): JavaTypeName | undefined {
  const type = typeOf(scope);
  const span = type?.type?.superclass ?? undefined;
  return (
    span && reader.resolve(reader.text.blank.slice(span.start, span.end).replace(/\s+/g, ''), type?.parent)
  );
}

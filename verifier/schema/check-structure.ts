import type { Text } from '../../model/text.js';
import { isObject } from '../documents/json.js';
import { printPath } from '../documents/manifest.js';
import type { FieldPath, JsonObject } from '../documents/manifest.js';
import { nearest } from '../../model/nearest.js';
import { checkScalar, describeType } from './scalar.js';
import { parseType } from './schema-data.js';
import type { SchemaData } from './schema-data.js';
import type { SchemaViolation } from './schema-violation.js';
import { schemaTexts as texts, typeTexts } from './texts.js';

/** Compares a value with a type: unknown fields, wrong types, missing fields, values that are not allowed. */
export function* checkStructure(
  data: SchemaData,
  type: string,
  value: unknown,
  path: FieldPath = [],
): Generator<SchemaViolation> {
  // The API server drops null as if the field were not there.
  if (value === null || value === undefined) return;
  const field = printPath(path);
  const parsed = parseType(type);
  switch (parsed.is) {
    case 'scalar':
      yield* checkScalar(parsed.name, value, { path, field });
      return;
    case 'enum':
      if (typeof value !== 'string') yield* checkScalar('string', value, { path, field });
      else if (!parsed.values.includes(value)) {
        yield { rule: 'allowed-values', path, message: texts.notAllowed(field, value, parsed.values) };
      }
      return;
    case 'list':
      yield* checkList(data, parsed, value, path);
      return;
    case 'map':
      if (!isObject(value)) yield wrongType(field, typeTexts.map(), value, path);
      else
        for (const [key, item] of Object.entries(value))
          yield* checkStructure(data, parsed.values, item, [...path, key]);
      return;
    case 'type':
      if (!isObject(value)) yield wrongType(field, typeTexts.object(), value, path);
      else yield* checkFields(data, parsed.name, value, path);
  }
}

function wrongType(field: string, wanted: Text, value: unknown, path: FieldPath): SchemaViolation {
  return { rule: 'type', path, message: texts.wrongType(field, wanted, describeType(value)) };
}

function* checkFields(
  data: SchemaData,
  type: string,
  value: JsonObject,
  path: FieldPath,
): Generator<SchemaViolation> {
  const fields = data.types[type] ?? {};
  for (const [name, item] of Object.entries(value)) {
    const expression = fields[name];
    if (expression === undefined) yield unknownField(data, type, { name, path });
    else yield* checkStructure(data, expression.replace(/!$/, ''), item, [...path, name]);
  }
  for (const [name, expression] of Object.entries(fields)) {
    if (expression.endsWith('!') && (value[name] === undefined || value[name] === null)) {
      yield { rule: 'required', path, message: texts.missing(printPath([...path, name])) };
    }
  }
}

function unknownField(
  data: SchemaData,
  type: string,
  at: { name: string; path: FieldPath },
): SchemaViolation {
  const similar = nearest(at.name, Object.keys(data.types[type] ?? {}));
  const owners = Object.entries(data.types[type] ?? {})
    .filter(([, expression]) => data.types[expression.replace(/!$/, '')]?.[at.name] !== undefined)
    .map(([name]) => name);
  const hint = similar ? texts.didYouMean(similar) : owners.length > 0 ? texts.belongsTo(owners) : undefined;
  return {
    rule: 'unknown-field',
    path: [...at.path, at.name],
    message: texts.unknownField(printPath([...at.path, at.name]), type.split('.').at(-1) ?? type),
    ...(hint && { hint }),
  };
}

function* checkList(
  data: SchemaData,
  type: { items: string; keys: readonly string[] },
  value: unknown,
  path: FieldPath,
): Generator<SchemaViolation> {
  if (!Array.isArray(value)) {
    yield wrongType(printPath(path), typeTexts.list(), value, path);
    return;
  }
  const seen = new Set<string>();
  for (const [i, item] of (value as unknown[]).entries()) {
    yield* checkStructure(data, type.items, item, [...path, i]);
    const key = listKey(data, type, item);
    if (key === undefined) continue;
    if (seen.has(key)) {
      yield {
        rule: 'duplicate-item',
        path: [...path, i],
        message: texts.duplicateItem(printPath(path), key),
      };
    }
    seen.add(key);
  }
}

/** What tells the items of a keyed list apart; `protocol` is the one key that has a default. */
function listKey(
  data: SchemaData,
  type: { items: string; keys: readonly string[] },
  item: unknown,
): string | undefined {
  if (type.keys.length === 0) return undefined;
  if (type.keys[0] === '*') return `"${String(item)}"`;
  if (!isObject(item)) return undefined;
  return type.keys
    .map((key) => `${key} ${printKey(item[key] ?? (key === 'protocol' ? 'TCP' : ''))}`)
    .join(', ');
}

function printKey(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

import type { FieldPath, JsonObject } from './manifest.js';

/** True for a JSON object; arrays and null are none. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object at `value`, or an empty one: reading on from there finds nothing. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The elements of an array, or none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The string, or `''` for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The value at a path, undefined where the path ends early. */
export function valueAt(value: unknown, path: FieldPath): unknown {
  let at = value;
  for (const part of path) {
    if (Array.isArray(at) && typeof part === 'number') at = (at as unknown[])[part];
    else if (isObject(at) && typeof part === 'string') at = at[part];
    else return undefined;
  }
  return at;
}

/** Every string in a value with its path, in document order. */
export function* stringsIn(
  value: unknown,
  path: FieldPath = [],
): Generator<{ path: FieldPath; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value))
    for (const [i, item] of value.entries()) yield* stringsIn(item, [...path, i]);
  else if (isObject(value))
    for (const [key, item] of Object.entries(value)) yield* stringsIn(item, [...path, key]);
}

/** A copy in which every string went through `change`; keys stay. */
export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]));
}

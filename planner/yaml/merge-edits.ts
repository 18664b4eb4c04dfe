type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What a merge does not find on one side. */
const absent = Symbol('absent');
type Side = Json | typeof absent;

export interface MergeSides {
  /** What the tool wrote last time; absent when nobody kept it. */
  readonly baseline: Json | undefined;
  /** What stands in the file now, a person's edits included. */
  readonly edited: Json;
  /** What the tool would write today. */
  readonly fresh: Json;
}

/**
 * A three-way merge: where the file differs from what the tool wrote, a person edited it, and the edit is kept; elsewhere today's
 * value is taken. Objects merge by key, lists of named things by name, everything else as a whole. Without a baseline the file's
 * value is kept wherever both have one.
 */
export function mergeEdits(sides: MergeSides): Json {
  const merged = merge(sides.baseline ?? absent, sides.edited, sides.fresh, sides.baseline !== undefined);
  return merged === absent ? null : merged;
}

function merge(baseline: Side, edited: Side, fresh: Side, known: boolean): Side {
  if (isObject(edited) && isObject(fresh))
    return mergeObjects(isObject(baseline) ? baseline : {}, edited, fresh, known);
  if (isNamedList(edited) && isNamedList(fresh)) {
    return mergeNamed(isNamedList(baseline) ? baseline : [], edited, fresh, known);
  }
  if (same(edited, baseline)) return fresh;
  if (!known && edited === absent) return fresh;
  return edited;
}

function mergeObjects(
  baseline: Readonly<Record<string, Json>>,
  edited: Readonly<Record<string, Json>>,
  fresh: Readonly<Record<string, Json>>,
  known: boolean,
): Json {
  const keys = [...Object.keys(fresh), ...Object.keys(edited).filter((key) => !(key in fresh))];
  const entries = keys.flatMap((key) => {
    const value = merge(at(baseline, key), at(edited, key), at(fresh, key), known);
    return value === absent ? [] : [[key, value] as const];
  });
  return Object.fromEntries(entries);
}

type Named = Readonly<Record<string, Json>>;
export type NamedList = readonly Named[];

function mergeNamed(
  baseline: readonly Named[],
  edited: readonly Named[],
  fresh: readonly Named[],
  known: boolean,
): Json {
  const byName = (list: readonly Named[]): Record<string, Json> =>
    Object.fromEntries(list.map((item) => [nameOf(item), item]));
  const merged = mergeObjects(byName(baseline), byName(edited), byName(fresh), known);
  return isObject(merged) ? Object.values(merged) : [];
}

/** What a thing in a list is told apart by. */
export function nameOf(item: Named): string {
  const name = item.name ?? item.target ?? '';
  return typeof name === 'string' ? name : '';
}

/** A list whose items all have names of their own. */
export function isNamedList(value: Side | undefined): value is NamedList {
  if (!Array.isArray(value)) return false;
  const list = value as readonly Json[];
  const names = list.map((item) => (isObject(item) ? nameOf(item) : ''));
  return names.every((name) => name !== '') && new Set(names).size === names.length;
}

function isObject(value: Side | undefined): value is Readonly<Record<string, Json>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function at(record: Readonly<Record<string, Json>>, key: string): Side {
  return record[key] ?? (key in record ? null : absent);
}

function same(a: Side, b: Side): boolean {
  if (a === absent || b === absent) return a === b;
  return JSON.stringify(sortKeys(a)) === JSON.stringify(sortKeys(b));
}

function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sortKeys);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sortKeys(part)]));
}

/** A condition's parameters as a mapping; an empty one when they are something else. */
export function mappingOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** A scalar as text, as YAML typed it: `1.0` is `1`, `yes` is `true`. Undefined for absent, null and collections. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** A list of scalars as texts; empty for anything else. */
export function textsOf(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.map(textOf).filter((text) => text !== undefined);
}

/** A list of mappings; other items are left out. */
export function mappingsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.filter((item) => typeof item === 'object' && item !== null).map(mappingOf);
}

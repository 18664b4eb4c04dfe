import { mappingOf, mappingsOf, textOf } from '../../engine/parameters.js';
import { compileBacktracking } from '../../patterns/backtracking.js';
import type { JavaUse } from './uses.js';

/** Locations at which the reference looks at annotations; elsewhere the parameter is ignored. */
const locations = new Set(['ANNOTATION', 'TYPE', 'METHOD', 'CLASS', 'FIELD', 'IMPLEMENTS_TYPE']);

/** Compiles `annotated: {pattern, elements}` to a test on a use. */
export function compileAnnotated(value: unknown, location: string): (use: JavaUse) => boolean {
  if (value === undefined || value === null || !locations.has(location)) return () => true;
  const fields = mappingOf(value);
  const pattern = fullMatch(textOf(fields.pattern));
  const elements = mappingsOf(fields.elements).map((element) => ({
    name: textOf(element.name) ?? '',
    value: fullMatch(textOf(element.value) ?? ''),
  }));
  return (use) =>
    annotationsOn(use).some((annotation) => {
      const names = [annotation.type.name, ...(annotation.type.candidates ?? [])];
      if (pattern && !names.some((name) => name.search(pattern) >= 0)) return false;
      return fitsElements(annotation.elements, elements);
    });
}

function annotationsOn(use: JavaUse): readonly NonNullable<JavaUse['annotation']>[] {
  if (use.annotation) return [use.annotation];
  return use.source.annotations.filter((annotation) => annotation.owner === use.owner);
}

function fullMatch(source: string | undefined): RegExp | undefined {
  return source === undefined || source === '' ? undefined : compileBacktracking(`^(?:${source})$`, 'g');
}

/** All written members that are listed must match, and at least one must. */
function fitsElements(
  written: Readonly<Record<string, string>>,
  wanted: readonly { readonly name: string; readonly value: RegExp | undefined }[],
): boolean {
  if (wanted.length === 0) return true;
  let matched = false;
  for (const { name, value } of wanted) {
    const text = Object.hasOwn(written, name) ? written[name] : undefined;
    if (text === undefined) continue;
    if (!value || !itemsOf(text).some((item) => item.search(value) >= 0)) return false;
    matched = true;
  }
  return matched;
}

/** The value itself, or the items of an array, each also without its quotes. */
function itemsOf(text: string): string[] {
  const inside = /^\{([\s\S]*)\}$/.exec(text.trim())?.[1];
  const items = inside === undefined ? [text.trim()] : inside.split(',').map((item) => item.trim());
  return items.flatMap((item) => [item, item.replace(/^"([\s\S]*)"$/, '$1')]);
}

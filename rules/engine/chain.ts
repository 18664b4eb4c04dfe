import { renderMustache } from './mustache.js';
import type { Text } from '../../model/text.js';
import { reasons } from './reasons.js';

/** What an `as` name holds for later entries. */
export interface ChainValue {
  readonly filepaths: readonly string[];
  readonly excludedPaths: readonly string[];
  readonly extras: unknown;
}

export type Chain = ReadonlyMap<string, ChainValue>;

type Rendered = { readonly value: unknown } | { readonly error: Text };

/**
 * Renders the templates in a condition's parameters. A value that is nothing but `{{x.filepaths}}` becomes a list;
 * a misspelt name becomes empty, which restricts nothing.
 */
export function renderParameters(parameters: unknown, chain: Chain): Rendered {
  const data = Object.fromEntries(chain);
  return renderValue(parameters, data, { inList: false });
}

function renderValue(
  value: unknown,
  data: Readonly<Record<string, ChainValue>>,
  { inList }: { inList: boolean },
): Rendered {
  if (typeof value === 'string') return renderText(value, data, inList);
  if (Array.isArray(value)) {
    const items = value.map((item) => renderValue(item, data, { inList: true }));
    const failed = items.find((item) => 'error' in item);
    return failed ?? { value: items.map((item) => ('value' in item ? item.value : undefined)) };
  }
  if (typeof value !== 'object' || value === null) return { value };
  const members: [string, unknown][] = [];
  for (const [key, member] of Object.entries(value)) {
    const rendered = renderValue(member, data, { inList: false });
    if ('error' in rendered) return rendered;
    members.push([key, rendered.value]);
  }
  return { value: Object.fromEntries(members) };
}

function renderText(text: string, data: Readonly<Record<string, ChainValue>>, inList: boolean): Rendered {
  const reference = /^\{\{\s*([^{}\s.]+)\.([^{}\s]+)\s*\}\}$/.exec(text);
  if (!reference) return { value: renderMustache(text, data, { escape: false }) };
  const [, name = '', member = ''] = reference;
  const list = Object.hasOwn(data, name) ? listOf(data[name], member) : undefined;
  if (!list) return { value: renderMustache(text, data, { escape: false }) };
  if (inList) return { error: reasons.listInList(text) };
  return { value: list };
}

function listOf(value: ChainValue | undefined, member: string): readonly unknown[] | undefined {
  if (member === 'filepaths') return value?.filepaths;
  if (member === 'excludedPaths') return value?.excludedPaths;
  const extras = value?.extras;
  const name = member.replace(/^extras\./, '');
  if (name === member || typeof extras !== 'object' || extras === null) return undefined;
  const found = (extras as Record<string, unknown>)[name];
  return Array.isArray(found) ? found : undefined;
}

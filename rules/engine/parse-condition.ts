import type { ConditionKinds } from './condition.js';
import { mappingOf } from './parameters.js';
import type { ConditionEntry, EntryOptions } from './rule.js';
import type { Text } from '../../model/text.js';
import { reasons } from './reasons.js';

/** A condition read from a rule; `dropped` when it depends only on capabilities that are not there. */
export type ParsedCondition =
  | { readonly status: 'ok'; readonly entry: ConditionEntry; readonly unsupported: readonly string[] }
  | { readonly status: 'dropped'; readonly unsupported: readonly string[] }
  | { readonly status: 'malformed'; readonly reason: Text };

const siblings = new Set(['as', 'from', 'ignore', 'not']);

/** Reads a `when`. Of two condition keys at the top the first in the file is taken; the reference picks one at random. */
export function parseWhen(value: unknown, kinds: ConditionKinds): ParsedCondition {
  const entries = readEntries([value], kinds);
  if ('reason' in entries) return { status: 'malformed', reason: entries.reason };
  const [entry] = entries.entries;
  return entry
    ? { status: 'ok', entry, unsupported: entries.unsupported }
    : { status: 'dropped', unsupported: entries.unsupported };
}

type Entries =
  | {
      readonly entries: readonly ConditionEntry[];
      readonly unsupported: readonly string[];
      readonly lost: boolean;
    }
  | { readonly reason: Text };

function readEntries(list: readonly unknown[], kinds: ConditionKinds): Entries {
  const entries: ConditionEntry[] = [];
  const unsupported: string[] = [];
  const names = new Set<string>();
  let lost = false;
  for (const item of list) {
    const options = readOptions(mappingOf(item));
    if ('reason' in options) return options;
    if (options.as !== undefined && names.has(options.as)) return { reason: reasons.nameTwice(options.as) };
    if (options.as !== undefined) names.add(options.as);
    const keys = Object.keys(mappingOf(item)).filter((key) => !siblings.has(key));
    if (keys.length === 0) lost = true;
    for (const key of keys) {
      const read = readCondition(key, mappingOf(item)[key], options, kinds);
      if ('reason' in read) return read;
      unsupported.push(...read.unsupported);
      if (read.entry) entries.push(read.entry);
      else lost = true;
    }
  }
  return { entries, unsupported, lost };
}

function readOptions(item: Readonly<Record<string, unknown>>): EntryOptions | { readonly reason: Text } {
  const { as, from, ignore, not } = item;
  if (as !== undefined && typeof as !== 'string') return { reason: reasons.notText('as') };
  if (from !== undefined && typeof from !== 'string') return { reason: reasons.notText('from') };
  if (ignore !== undefined && typeof ignore !== 'boolean') return { reason: reasons.notFlag('ignore') };
  if (not !== undefined && typeof not !== 'boolean') return { reason: reasons.notFlag('not') };
  if (as !== undefined && as === from) return { reason: reasons.nameOfItself(as) };
  return { as, from, ignore: ignore ?? false, not: not ?? false };
}

type ReadCondition =
  | { readonly entry: ConditionEntry | undefined; readonly unsupported: readonly string[] }
  | { readonly reason: Text };

function readCondition(
  key: string,
  value: unknown,
  options: EntryOptions,
  kinds: ConditionKinds,
): ReadCondition {
  if (key === 'and' || key === 'or') return readGroup(key, value, options, kinds);
  const kind = kinds.get(key);
  if (kind) {
    const reason = kind.check(value);
    return reason === undefined
      ? { entry: { ...options, kind: 'capability', capability: key, parameters: value }, unsupported: [] }
      : { reason: reasons.within(key, reason) };
  }
  const [provider, capability, ...rest] = key.split('.');
  if (!provider || !capability || rest.length > 0) return { reason: reasons.noCondition(key) };
  const known = [...kinds.keys()].some((name) => name.startsWith(`${provider}.`));
  if (known) return { reason: reasons.noCapability(provider, capability) };
  return { entry: undefined, unsupported: [key] };
}

function readGroup(
  kind: 'and' | 'or',
  value: unknown,
  options: EntryOptions,
  kinds: ConditionKinds,
): ReadCondition {
  if (!Array.isArray(value)) return { reason: reasons.notList(kind) };
  const read = readEntries(value, kinds);
  if ('reason' in read) return read;
  const { entries, unsupported } = read;
  const gone = entries.length === 0 || (kind === 'and' && read.lost);
  return { entry: gone ? undefined : { ...options, kind, entries }, unsupported };
}

import type { Choice, Column } from '../forms/form.js';
import { comparable, normalizeCell } from './normalize.js';
import { parseDate } from './parse-date.js';
import { parseNumber } from './parse-number.js';

/** A cell's value in the column's type, or that it can't be understood. */
export type ParsedCell =
  | { readonly is: 'value'; readonly value: string | number | readonly string[] }
  | { readonly is: 'empty' }
  | { readonly is: 'not-understood' };

const empty: ParsedCell = { is: 'empty' };
const notUnderstood: ParsedCell = { is: 'not-understood' };

/** Reads a cell's text as a column's value. Words for "nothing" (`-`, `N/A`, `无`, `待定`) are empty cells, except where they are an answer. */
export function parseCell(written: string, column: Column): ParsedCell {
  const text = normalizeCell(written);
  if (text === '') return empty;
  if (column.type === 'choice') {
    const choice = findChoice(column.choices, text);
    if (choice) return { is: 'value', value: choice.id };
    return isNothing(text) ? empty : notUnderstood;
  }
  if (isNothing(text)) return empty;
  switch (column.type) {
    case 'text':
      return { is: 'value', value: text };
    case 'list':
      return { is: 'value', value: splitList(text) };
    case 'number':
      return toNumber(text, column);
    case 'date': {
      const day = parseDate(text);
      return day === undefined ? notUnderstood : { is: 'value', value: day };
    }
  }
}

function toNumber(text: string, column: Extract<Column, { type: 'number' }>): ParsedCell {
  const parsed = parseNumber(text, column.unit);
  if (parsed.is !== 'number' || parsed.value < 0) return notUnderstood;
  if (column.integer === true && !Number.isInteger(parsed.value)) return notUnderstood;
  return { is: 'value', value: parsed.value };
}

/** Separators inside parentheses belong to the item: `Java(8,11)`. */
function splitList(text: string): readonly string[] {
  const items = text.split(/[,;、|\n](?![^()]*\))/).map((item) => item.trim());
  return [...new Set(items.filter((item) => item !== '' && !isNothing(item)))];
}

function isNothing(text: string): boolean {
  return /^(?:-+|—+|\/|\\|n\/?a|none|null|nil|tbd|unknown|\?+|无|暂无|没有|待定|不详|未知|不适用|空)$/i.test(
    text,
  );
}

const choicesByName = new WeakMap<readonly Choice[], ReadonlyMap<string, Choice>>();

/** The answer meant by a text: its id, its title in any language, or one of its aliases. */
function findChoice(choices: readonly Choice[], text: string): Choice | undefined {
  let names = choicesByName.get(choices);
  if (!names) {
    names = new Map(
      choices.flatMap((choice) =>
        [...(choice.aliases ?? []), choice.title.en, choice.title['zh-CN'], choice.id].map(
          (name) => [comparable(name), choice] as const,
        ),
      ),
    );
    choicesByName.set(choices, names);
  }
  return names.get(comparable(text));
}

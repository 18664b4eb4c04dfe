import type { Problem } from '../../model/problem.js';
import { comparable } from '../cells/normalize.js';
import type { Form } from '../forms/form.js';
import type { AnyEntry, Place, Value } from '../inventory.js';
import { importTexts as texts } from './texts.js';

/**
 * Joins rows that speak of the same thing (their key is the same but for case, blanks and punctuation): what one leaves
 * out, another fills in; where they disagree the first is kept and the conflict reported.
 */
export function mergeEntries(
  form: Form,
  entries: readonly AnyEntry[],
  report: (problem: Problem) => void,
): AnyEntry[] {
  const merged = new Map<string, AnyEntry>();
  for (const entry of entries) {
    const key = keyOf(form, entry);
    const known = merged.get(key);
    merged.set(key, known ? join(form, [known, entry], report) : entry);
  }
  return [...merged.values()];
}

function keyOf(form: Form, { row }: AnyEntry): string {
  return form.key.map((id) => comparable(show(row[id]))).join('\u0000');
}

function join(
  form: Form,
  [first, second]: readonly [AnyEntry, AnyEntry],
  report: (problem: Problem) => void,
): AnyEntry {
  const row: Record<string, Value> = {};
  for (const column of form.columns) {
    const [kept, other] = [first.row[column.id], second.row[column.id]];
    const value = kept ?? other;
    if (value !== undefined) row[column.id] = value;
    if (kept === undefined || other === undefined) continue;
    if (comparable(show(kept)) === comparable(show(other)) || form.key.includes(column.id)) continue;
    const place = second.places[0];
    report({
      code: 'survey-conflict',
      file: place?.file ?? '',
      ...(place && { line: place.row }),
      ...texts.conflict({
        form,
        key: form.key
          .map((id) => show(first.row[id]))
          .filter(Boolean)
          .join(' / '),
        column,
        values: [show(kept), show(other)],
        places: [say(first.places[0]), say(place)],
      }),
    });
  }
  return { row, places: [...first.places, ...second.places] };
}

function show(value: Value | undefined): string {
  return value === undefined ? '' : typeof value === 'object' ? value.join('、') : String(value);
}

function say(place: Place | undefined): string {
  return place ? `${place.file} ${place.sheet}!${place.row}` : '';
}

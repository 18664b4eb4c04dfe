import { inLanguage } from '../../model/text.js';
import type { Language } from '../../model/text.js';
import type { Column } from '../forms/form.js';

/** A value as a cell shows it: answers by their titles, lists with the language's separator; numbers stay numbers. */
export function printCell(
  value: string | number | readonly string[],
  column: Column,
  language: Language,
): string | number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return value.join(language === 'en' ? ', ' : '、');
  if (column.type !== 'choice') return value;
  const choice = column.choices.find(({ id }) => id === value);
  return choice ? inLanguage(choice.title, language) : value;
}

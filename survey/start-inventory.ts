import { inLanguage } from '../model/text.js';
import type { Language } from '../model/text.js';
import { formList } from './forms/forms.js';
import { toInventory } from './inventory.js';
import type { AnyEntry, Inventory } from './inventory.js';

/** What a survey starts with: the steps of the three phases, in the language of the people who take them. */
export function startInventory(language: Language): Inventory {
  return toInventory(
    new Map(
      formList.map((form) => [
        form.id,
        (form.start ?? []).map((row): AnyEntry => ({
          row: Object.fromEntries(
            Object.entries(row).map(([id, value]) => [
              id,
              typeof value === 'string' ? value : inLanguage(value, language),
            ]),
          ),
          places: [],
        })),
      ]),
    ),
  );
}

import { formList } from './forms/forms.js';
import type { forms, FormId } from './forms/forms.js';
import type { RowOf } from './forms/form.js';

/** A row of a form by the form's id; what was not answered is absent. */
export type Row<F extends FormId> = RowOf<(typeof forms)[F]>;

/** Where an answer stands, for whoever wants to see it. */
export interface Place {
  /** The file as the user gave it. */
  readonly file: string;
  readonly sheet: string;
  /** 1-based row of the sheet, or line of the file. */
  readonly row: number;
}

/** A row with all the places that say it: several when copies of a workbook were merged. */
export interface Entry<F extends FormId> {
  readonly row: Row<F>;
  readonly places: readonly Place[];
}

/** All answers of a survey: the rows of each form, in the order in which people gave them. */
export type Inventory = { readonly [F in FormId]: readonly Entry<F>[] };

export type Value = string | number | readonly string[];

/** Any row, for code that follows a form's columns. */
export type AnyRow = Readonly<Record<string, Value>>;

export interface AnyEntry {
  readonly row: AnyRow;
  readonly places: readonly Place[];
}

/** Puts entries that were made by following the forms' columns into their form; forms without any have none. */
export function toInventory(entries: ReadonlyMap<string, readonly AnyEntry[]>): Inventory {
  const all = Object.fromEntries(formList.map(({ id }) => [id, entries.get(id) ?? []]));
  // The forms' columns gave the rows their types.
  return all as unknown as Inventory;
}

/** The entries of a form, for code that follows its columns. */
export function entriesOf(inventory: Inventory, form: string): readonly AnyEntry[] {
  return (inventory as Readonly<Record<string, readonly AnyEntry[]>>)[form] ?? [];
}

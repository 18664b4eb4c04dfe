import type { Text } from '../../model/text.js';

/** An answer out of a fixed list: `id` in data, `title` in a cell, `aliases` as people also write it. */
export interface Choice {
  readonly id: string;
  readonly title: Text;
  readonly aliases?: readonly string[];
}

interface ColumnBase {
  readonly id: string;
  readonly title: Text;
  /** What belongs into the cell, for who fills it in. */
  readonly hint: Text;
  /** Other headings under which people and tools give the same thing. */
  readonly aliases?: readonly string[];
  /** A row without it says nothing. */
  readonly required?: boolean;
  /** Width in characters. */
  readonly width?: number;
}

export interface TextColumn extends ColumnBase {
  readonly type: 'text';
  /** The form whose first required column this names. */
  readonly refersTo?: string;
}

/** Several texts in one cell, separated by `、`, `,`, `;` or line ends. */
export interface ListColumn extends ColumnBase {
  readonly type: 'list';
  readonly refersTo?: string;
}

/** A number; cells may hold the unit, or another one of the same quantity. */
export interface NumberColumn extends ColumnBase {
  readonly type: 'number';
  readonly unit?: Unit;
  readonly integer?: boolean;
}

/** Units of quantities as the data holds them. */
export type Unit = 'GB' | 'TB' | 'percent' | 'hours' | 'Mbit/s' | 'per-second';

/** A calendar day, `2026-03-31` in data. */
export interface DateColumn extends ColumnBase {
  readonly type: 'date';
}

export interface ChoiceColumn extends ColumnBase {
  readonly type: 'choice';
  readonly choices: readonly Choice[];
}

export type Column = TextColumn | ListColumn | NumberColumn | DateColumn | ChoiceColumn;

/** A sheet of the workbook, a file of the directory, a table of the inventory. */
export interface Form {
  readonly id: string;
  readonly title: Text;
  /** One sentence for who fills it in. */
  readonly purpose: Text;
  /** Sheet names under which others give the same thing. */
  readonly aliases?: readonly string[];
  readonly columns: readonly Column[];
  /** Columns that together tell one row from another. */
  readonly key: readonly string[];
  /** Rows that an empty inventory starts with. */
  readonly start?: readonly Readonly<Record<string, string | Text>>[];
  /** Rows that show how to fill it in; never imported. */
  readonly examples: readonly Readonly<Record<string, string | number>>[];
}

type ValueOf<C extends Column> = C extends NumberColumn
  ? number
  : C extends ListColumn
    ? readonly string[]
    : C extends ChoiceColumn
      ? C['choices'][number]['id']
      : string;

/** A row of a form: what was not answered is absent. */
export type RowOf<F extends Form> = {
  readonly [C in F['columns'][number] as C['id']]?: ValueOf<C>;
};

/** Both languages side by side. */
export function say(en: string, chinese: string): Text {
  return { en, 'zh-CN': chinese };
}

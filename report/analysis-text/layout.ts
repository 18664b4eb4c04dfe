import { displayWidth } from '../display-width.js';
import { inLanguage } from '../../model/text.js';
import type { Language, Text } from '../../model/text.js';
import { wrap } from '../check-text/wrap.js';

export interface AnalysisTextOptions {
  readonly language: Language;
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Every finding, problem and fact. */
  readonly verbose: boolean;
  /** Only findings and problems: no headline, no hint at what to do next. */
  readonly quiet: boolean;
}

/** Aligns columns by their width on a terminal, where Chinese characters take two; the last one is not padded. */
export function alignColumns(rows: readonly (readonly string[])[], gap = '  '): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, displayWidth(cell));
  return rows.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - displayWidth(cell))))
      .join(gap)
      .trimEnd(),
  );
}

/** `1,204` in every locale that we print. */
export function printCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

export function paint(text: string, code: number, options: { readonly color: boolean }): string {
  return options.color ? `\u001b[${code}m${text}\u001b[0m` : text;
}

export function say(text: Text, options: { readonly language: Language }): string {
  return inLanguage(text, options.language);
}

/** Breaks a sentence into lines below each other. */
export function indent(text: string, columns: number, width: number): string[] {
  return wrap(text, Math.max(30, width - columns)).map((line) => `${' '.repeat(columns)}${line}`);
}

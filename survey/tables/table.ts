/** A sheet as text, whatever it came from. */
export interface Table {
  /** The file as the user gave it. */
  readonly file: string;
  /** The sheet's name; of a file that is one table, its name without the ending. */
  readonly name: string;
  readonly rows: readonly TableRow[];
  /** What the columns are called where the table is no spreadsheet: `G12` otherwise. */
  readonly addressing: 'cells' | 'lines';
}

export interface TableRow {
  /** 1-based row of the sheet, or line of the file. */
  readonly number: number;
  /** Texts from column A on. Days are `YYYY-MM-DD`, numbers without grouping. */
  readonly cells: readonly string[];
}

/** `G12` in a spreadsheet, `line 12, column 7` elsewhere. */
export function addressOf(table: Table, row: number, column: number): string {
  return table.addressing === 'cells' ? `${columnLetters(column)}${row}` : `${row}:${column + 1}`;
}

/** `A` for 0, `AA` for 26. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

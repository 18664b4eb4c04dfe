/** One entry of a .properties (or plain `key = value`) file. Source: java.util.Properties#load(Reader). */
export interface PropertyEntry {
  readonly key: string;
  /** Unescaped. */
  readonly value: string;
  /** 1-based line on which the key stands. */
  readonly line: number;
}

/** One scalar of a YAML document. `path` is flattened as Spring does: `spring.datasource.url`, `servers[0].host`. */
export interface YamlEntry {
  readonly path: string;
  readonly value: string | number | boolean | null;
  /** 1-based line of the value. */
  readonly line: number;
}

/** One document of a YAML file, in file order. */
export interface YamlDocument {
  readonly entries: readonly YamlEntry[];
  /** The document as plain data. */
  readonly value: unknown;
  /** 1-based line on which the document starts. */
  readonly line: number;
}

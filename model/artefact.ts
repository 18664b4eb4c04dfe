/** A generated file: content as data; the writer decides what happens on disk. */
export interface Artefact {
  /** Relative to the output directory, forward slashes. */
  readonly path: string;
  readonly content: string;
  /** Unix permission bits; 0o644 when absent. */
  readonly mode?: number;
  /** Id of the generator that owns this path, for example `kubernetes/deployment`. */
  readonly from: string;
}

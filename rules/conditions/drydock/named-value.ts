import type { SourceFile } from '../../../workspace/project.js';

/** A named value in a file. */
export interface Setting {
  readonly file: SourceFile;
  /** As the format writes it; a path where it nests. */
  readonly key: string;
  readonly value: string;
  readonly line: number;
  /** The XML element, or the Java method, it is written with. */
  readonly element?: string;
}

import type { FileOrigin } from './project.js';

/** What the walk, an archive or a test knows of a file before anyone reads it. */
export interface FileEntry {
  readonly path: string;
  readonly archive: string;
  readonly executable: boolean;
  /** Where it is on disk, for other threads; absent for members of archives and names that are no text. */
  readonly location?: string;
  /** Undefined: by its name and content. */
  readonly origin: FileOrigin | undefined;
  /** In bytes; may ask the disk. */
  readonly size: () => number;
  /** The whole content; undefined, with a problem reported, if it can't be had. */
  readonly read: () => Uint8Array | undefined;
  /** Some bytes, fewer at the end of the file; absent when reading a part is no cheaper than reading it all. */
  readonly readRange?: (offset: number, length: number) => Uint8Array | undefined;
}

import type { FileEntry } from '../file-entry.js';

/** Random access to an archive's bytes. Answers fewer bytes at the end, none when they can't be had. */
export interface ByteSource {
  readonly size: number;
  readonly read: (offset: number, length: number) => Buffer;
}

/** Reads from memory. `load` is asked again for each read, so that the bytes need not stay. */
export function createMemorySource(size: number, load: () => Uint8Array | undefined): ByteSource {
  return {
    size,
    read: (offset, length) => {
      const bytes = load();
      if (!bytes) return Buffer.alloc(0);
      const end = Math.min(bytes.byteLength, offset + length);
      return Buffer.from(bytes.buffer, bytes.byteOffset + Math.min(offset, end), Math.max(0, end - offset));
    },
  };
}

/** Reads a file in parts where it can be, else as a whole through a cache. */
export function createByteSource(entry: FileEntry, cache: ByteCache): ByteSource {
  const { readRange } = entry;
  if (!readRange) return createMemorySource(entry.size(), () => cache.get(entry.path, entry.read));
  return {
    size: entry.size(),
    read: (offset, length) => {
      const bytes = readRange(offset, length);
      return bytes ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : Buffer.alloc(0);
    },
  };
}

/** Keeps the unpacked archives that were used last. */
export interface ByteCache {
  readonly get: (key: string, load: () => Uint8Array | undefined) => Uint8Array | undefined;
}

/** A cache of at most so many bytes, and always of the last one. */
export function createByteCache(capacity: number): ByteCache {
  const kept = new Map<string, Uint8Array>();
  let used = 0;
  return {
    get: (key, load) => {
      const bytes = kept.get(key) ?? load();
      if (!bytes) return undefined;
      if (!kept.delete(key)) used += bytes.byteLength;
      kept.set(key, bytes);
      for (const [oldest, value] of kept) {
        if (used <= capacity || oldest === key) break;
        kept.delete(oldest);
        used -= value.byteLength;
      }
      return bytes;
    },
  };
}

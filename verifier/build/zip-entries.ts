import { inflateRawSync } from 'node:zlib';

/** One file of a zip archive. */
export interface ZipEntry {
  readonly name: string;
  /** Unpacked size as the directory states it. */
  readonly size: number;
  /** Unpacks it; undefined if it is damaged, encrypted, or larger than it says. */
  readonly read: () => Buffer | undefined;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/** The files of a zip (jar, war) held in memory; none for anything else. https://pkware.cachefly.net/webdocs/APPNOTE/APPNOTE-6.3.9.TXT */
export function zipEntries(bytes: Buffer): ZipEntry[] {
  const end = findEnd(bytes);
  if (end < 0) return [];
  const count = bytes.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count && at + 46 <= bytes.length && bytes.readUInt32LE(at) === entrySignature; i++) {
    const start = at;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      bytes.readUInt16LE(start + offset),
    );
    const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const size = bytes.readUInt32LE(at + 24);
    if (!name.endsWith('/')) entries.push({ name, size, read: () => readEntry(bytes, start, size) });
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries;
}

function findEnd(bytes: Buffer): number {
  // The end record is followed by a comment of at most 65,535 bytes.
  const from = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= from; at--) if (bytes.readUInt32LE(at) === endSignature) return at;
  return -1;
}

function readEntry(bytes: Buffer, directory: number, size: number): Buffer | undefined {
  const method = bytes.readUInt16LE(directory + 10);
  const packed = bytes.readUInt32LE(directory + 20);
  const local = bytes.readUInt32LE(directory + 42);
  if (local + 30 > bytes.length) return undefined;
  const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const content = bytes.subarray(data, data + packed);
  if (method === 0) return content;
  if (method !== 8) return undefined;
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(size, 1) });
  } catch {
    return undefined;
  }
}

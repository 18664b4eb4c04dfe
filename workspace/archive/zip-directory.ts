import { decodeText } from '../encoding.js';
import type { ByteSource } from './byte-source.js';

/** A member as a ZIP's central directory (or, in a broken one, its local header) describes it. */
export interface ZipRecord {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedSize: number;
  readonly size: number;
  /** Offset of its local header. */
  readonly offset: number;
  /** Unix permission bits, 0 where the archive was not made on Unix. */
  readonly mode: number;
}

export interface ZipDirectory {
  readonly records: readonly ZipRecord[];
  /** How many records the archive says it has, beyond those read. */
  readonly missing: number;
}

const endSignature = 0x06054b50;

/**
 * Reads the central directory, at the end of the archive, without touching the members. Undefined when there is none.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, section 4.3
 */
export function readZipDirectory(
  source: ByteSource,
  options: { maxEntries: number },
): ZipDirectory | undefined {
  const end = findEnd(source);
  if (!end) return undefined;
  const directory = source.read(end.base + end.offset, end.size);
  const records: ZipRecord[] = [];
  let at = 0;
  while (records.length < options.maxEntries && at + 46 <= directory.length) {
    if (directory.readUInt32LE(at) !== 0x02014b50) break;
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const next = at + 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
    if (next > directory.length) break;
    records.push(readRecord(directory, at, nameLength, extraLength, end.base));
    at = next;
  }
  return { records, missing: Math.max(0, end.count - records.length) };
}

interface DirectoryEnd {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  /** Bytes before the archive proper: the start script of an executable jar. */
  readonly base: number;
}

function findEnd(source: ByteSource): DirectoryEnd | undefined {
  const tailLength = Math.min(source.size, 65_557);
  const tailStart = source.size - tailLength;
  const tail = source.read(tailStart, tailLength);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endSignature) continue;
    const wide = readWideEnd(source, tail, at);
    if (wide) return wide;
    const [count, size, offset] = [
      tail.readUInt16LE(at + 10),
      tail.readUInt32LE(at + 12),
      tail.readUInt32LE(at + 16),
    ];
    const base = tailStart + at - size - offset;
    if (base >= 0) return { count, size, offset, base };
  }
  return undefined;
}

/** ZIP64: more than 65,535 members or 4 GB. */
function readWideEnd(source: ByteSource, tail: Buffer, end: number): DirectoryEnd | undefined {
  const locator = end - 20;
  if (locator < 0 || tail.readUInt32LE(locator) !== 0x07064b50) return undefined;
  const record = source.read(Number(tail.readBigUInt64LE(locator + 8)), 56);
  if (record.length < 56 || record.readUInt32LE(0) !== 0x06064b50) return undefined;
  return {
    count: Number(record.readBigUInt64LE(32)),
    size: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
    base: 0,
  };
}

function readRecord(
  directory: Buffer,
  at: number,
  nameLength: number,
  extraLength: number,
  base: number,
): ZipRecord {
  const flags = directory.readUInt16LE(at + 8);
  const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  const sizes = readSizes(extra, {
    size: directory.readUInt32LE(at + 24),
    packedSize: directory.readUInt32LE(at + 20),
    offset: directory.readUInt32LE(at + 42),
  });
  const isUnix = directory.readUInt16LE(at + 4) >> 8 === 3;
  return {
    name: decodeName(directory.subarray(at + 46, at + 46 + nameLength), flags),
    method: directory.readUInt16LE(at + 10),
    encrypted: (flags & 1) === 1,
    ...sizes,
    offset: sizes.offset + base,
    mode: isUnix ? directory.readUInt16LE(at + 40) & 0o777 : 0,
  };
}

interface Sizes {
  readonly size: number;
  readonly packedSize: number;
  readonly offset: number;
}

/** In ZIP64 the values that did not fit stand in an extra field, in this order. */
function readSizes(extra: Buffer, sizes: Sizes): Sizes {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    const wide = (value: number): number => {
      if (value !== 0xffffffff || next + 8 > extra.length) return value;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    };
    const size = wide(sizes.size);
    const packedSize = wide(sizes.packedSize);
    return { size, packedSize, offset: wide(sizes.offset) };
  }
  return sizes;
}

/** UTF-8 when flagged or valid; archives made on a Chinese Windows have GBK names. */
export function decodeName(bytes: Buffer, flags: number): string {
  return (flags & 0x800) === 0
    ? (decodeText(bytes)?.text ?? bytes.toString('latin1'))
    : bytes.toString('utf8');
}

import { inflateRawSync } from 'node:zlib';
import type { ByteSource } from './byte-source.js';
import { decodeName } from './zip-directory.js';
import type { ZipRecord } from './zip-directory.js';

/**
 * Lists the members of an archive whose central directory is lost, from local header to local header. Where a header
 * leaves the size to a descriptor behind the data, inflating tells where the data ends.
 */
export function recoverZipRecords(
  source: ByteSource,
  options: { maxEntries: number; maxBytes: number },
): readonly ZipRecord[] {
  const records: ZipRecord[] = [];
  let at = 0;
  while (records.length < options.maxEntries) {
    const header = source.read(at, 30);
    if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) return records;
    const flags = header.readUInt16LE(6);
    const nameLength = header.readUInt16LE(26);
    const data = at + 30 + nameLength + header.readUInt16LE(28);
    const extent = (flags & 8) === 0 ? declaredExtent(header) : measure(source, data, options.maxBytes);
    if (!extent || data + extent.packedSize > source.size) return records;
    records.push({
      name: decodeName(source.read(at + 30, nameLength), flags),
      method: header.readUInt16LE(8),
      encrypted: (flags & 1) === 1,
      packedSize: extent.packedSize,
      size: extent.size,
      offset: at,
      mode: 0,
    });
    at =
      data + extent.packedSize + ((flags & 8) === 0 ? 0 : descriptorLength(source, data + extent.packedSize));
  }
  return records;
}

interface Extent {
  readonly packedSize: number;
  readonly size: number;
}

function declaredExtent(header: Buffer): Extent {
  return { packedSize: header.readUInt32LE(18), size: header.readUInt32LE(22) };
}

function measure(source: ByteSource, data: number, maxBytes: number): Extent | undefined {
  try {
    const packed = source.read(data, Math.min(source.size - data, maxBytes));
    // Typed as a buffer only: https://nodejs.org/api/zlib.html#class-options, `info`
    const result: unknown = inflateRawSync(packed, { info: true, maxOutputLength: maxBytes });
    const { buffer, engine } = result as { buffer: Buffer; engine: { bytesWritten: number } };
    return { packedSize: engine.bytesWritten, size: buffer.length };
  } catch {
    // The data ends in the middle, like the archive.
    return undefined;
  }
}

/** The descriptor's signature is optional. */
function descriptorLength(source: ByteSource, at: number): number {
  const head = source.read(at, 4);
  return head.length === 4 && head.readUInt32LE(0) === 0x08074b50 ? 16 : 12;
}

import type { ByteSource } from './byte-source.js';

/** A member of a tar file. */
export interface TarRecord {
  readonly name: string;
  readonly type: 'file' | 'directory' | 'link' | 'hardlink';
  readonly target: string;
  readonly size: number;
  /** Offset of its content. */
  readonly offset: number;
  readonly mode: number;
}

/**
 * Reads the headers of a tar file: ustar, GNU long names, pax records.
 * https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13_06
 */
export function readTar(
  source: ByteSource,
  options: { maxEntries: number },
): { records: readonly TarRecord[]; complete: boolean } | undefined {
  const records: TarRecord[] = [];
  let at = 0;
  let extended: Readonly<Record<string, string>> = {};
  while (records.length < options.maxEntries) {
    const header = source.read(at, 512);
    if (header.length < 512) return at === 0 ? undefined : { records, complete: false };
    if (header.every((byte) => byte === 0)) return { records, complete: true };
    if (!hasValidChecksum(header)) return at === 0 ? undefined : { records, complete: false };
    const size = Number(extended.size ?? readNumber(header, 124, 12));
    const data = at + 512;
    if (data + size > source.size) return { records, complete: false };
    at = data + Math.ceil(size / 512) * 512;
    const type = String.fromCharCode(header[156] ?? 0);
    if ('LKxg'.includes(type)) {
      extended = { ...extended, ...readExtension(type, source.read(data, Math.min(size, 1 << 20))) };
      continue;
    }
    const kind = kinds[type];
    if (kind !== undefined) records.push(createRecord(header, extended, { kind, size, offset: data }));
    extended = {};
  }
  return { records, complete: true };
}

const kinds: Readonly<Record<string, TarRecord['type']>> = {
  '0': 'file',
  '\0': 'file',
  '7': 'file',
  '1': 'hardlink',
  '2': 'link',
  '5': 'directory',
};

function createRecord(
  header: Buffer,
  extended: Readonly<Record<string, string>>,
  { kind, size, offset }: { kind: TarRecord['type']; size: number; offset: number },
): TarRecord {
  const prefix = header.toString('latin1', 257, 262) === 'ustar' ? readText(header, 345, 155) : '';
  const name = readText(header, 0, 100);
  return {
    name: extended.path ?? (prefix === '' ? name : `${prefix}/${name}`),
    type: kind,
    target: extended.linkpath ?? readText(header, 157, 100),
    size,
    offset,
    mode: readNumber(header, 100, 8) & 0o777,
  };
}

/** The sum of the header's bytes, its own eight counted as blanks. */
function hasValidChecksum(header: Buffer): boolean {
  let sum = 256;
  for (let i = 0; i < 512; i++) if (i < 148 || i >= 156) sum += header[i] ?? 0;
  return sum === readNumber(header, 148, 8);
}

/** Octal text, or big-endian with the first bit set where that does not suffice. */
function readNumber(header: Buffer, at: number, length: number): number {
  if (((header[at] ?? 0) & 0x80) !== 0) {
    let value = (header[at] ?? 0) & 0x7f;
    for (let i = at + 1; i < at + length; i++) value = value * 256 + (header[i] ?? 0);
    return value;
  }
  const digits = /[0-7]+/.exec(header.toString('latin1', at, at + length))?.[0];
  return digits === undefined ? 0 : parseInt(digits, 8);
}

function readText(header: Buffer, at: number, length: number): string {
  const field = header.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}

function readExtension(type: string, content: Buffer): Record<string, string> {
  const text = content.toString('utf8');
  if (type === 'L') return { path: text.replace(/\0[^]*$/, '') };
  if (type === 'K') return { linkpath: text.replace(/\0[^]*$/, '') };
  if (type === 'g') return {};
  const records: Record<string, string> = {};
  let at = 0;
  while (at < content.length) {
    const length = Number(/^\d+/.exec(content.toString('latin1', at, at + 20))?.[0] ?? 0);
    if (length < 5) break;
    const record = content.toString('utf8', at, at + length - 1);
    const equals = record.indexOf('=');
    records[record.slice(record.indexOf(' ') + 1, equals)] = record.slice(equals + 1);
    at += length;
  }
  return records;
}

import type { Problem } from '../../model/problem.js';
import { importTexts as texts } from '../importing/texts.js';

/** Bytes that a workbook may unpack to: a hundred thousand hosts need a tenth of it. */
const maxUnpackedBytes = 1024 ** 3;

/** Above this size, so many times smaller packed is no workbook. */
const maxRatio = 250;
const ratioFloor = 64 * 1024 ** 2;

interface Fault {
  readonly code: string;
  readonly said: Pick<Problem, 'message' | 'hint'>;
  /** Nothing of it can be read. */
  readonly fatal: boolean;
}

/** Looks at a file's container before anything is unpacked: password, old format, bomb, macros; undefined when all is well. */
export function inspectContainer(bytes: Uint8Array): Fault | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Compound files: https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb/
  if (buffer.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) {
    const isEncrypted = buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    return isEncrypted
      ? { code: 'workbook-encrypted', said: texts.encrypted(), fatal: true }
      : { code: 'workbook-old', said: texts.oldFormat(), fatal: true };
  }
  const entries = listEntries(buffer);
  if (!entries) return undefined;
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  const isBomb =
    unpacked > maxUnpackedBytes ||
    (unpacked > ratioFloor && unpacked / Math.max(1, buffer.length) > maxRatio);
  if (isBomb) return { code: 'workbook-too-large', said: texts.tooLarge(), fatal: true };
  const hasMacros = entries.some(({ name }) => /(?:^|\/)vbaProject\.bin$/i.test(name));
  return hasMacros ? { code: 'workbook-macros', said: texts.macros(), fatal: false } : undefined;
}

/** Names and sizes in a zip's directory. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12 */
function listEntries(buffer: Buffer): readonly { name: string; size: number }[] | undefined {
  const end = buffer.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end + 22 > buffer.length) return undefined;
  const entries: { name: string; size: number }[] = [];
  let at = buffer.readUInt32LE(end + 16);
  while (at + 46 <= end && buffer.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      buffer.readUInt16LE(at + offset),
    );
    const name = buffer.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    entries.push({ name, size: buffer.readUInt32LE(at + 24) });
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries;
}

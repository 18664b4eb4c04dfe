import { inflateRawSync } from 'node:zlib';
import { errorCode } from '../../model/system-error.js';
import type { FileEntry } from '../file-entry.js';
import { createMemberList, takeFromBudget } from './archive-context.js';
import type { ArchiveContext } from './archive-context.js';
import type { ByteSource } from './byte-source.js';
import { recoverZipRecords } from './recover-zip.js';
import {
  bombText,
  corruptMemberText,
  encryptedText,
  notAnArchiveText,
  tooManyMembersText,
  truncatedText,
  unknownMethodText,
} from './texts.js';
import { readZipDirectory } from './zip-directory.js';
import type { ZipRecord } from './zip-directory.js';

/** What an archive holds, its contents still packed. */
export interface OpenedArchive {
  readonly entries: readonly FileEntry[];
  readonly directories: readonly string[];
}

/**
 * Lists a ZIP's members from its central directory; each is inflated when it is read. Our own reader, because the
 * libraries at hand either answer asynchronously or want the whole archive in memory, and none recovers broken ones.
 */
export function openZip(archive: string, source: ByteSource, context: ArchiveContext): OpenedArchive {
  const { limits, report } = context;
  const list = createMemberList(archive, context);
  for (const record of listRecords(archive, source, context)) {
    const path = list.claim(record.name);
    if (path === undefined) continue;
    if (list.entries.length >= limits.archiveEntries) {
      report({
        code: 'archive-too-many-members',
        file: archive,
        ...tooManyMembersText(limits.archiveEntries),
      });
      break;
    }
    list.entries.push(createEntry(path, archive, record, source, context));
  }
  return list;
}

function listRecords(archive: string, source: ByteSource, context: ArchiveContext): readonly ZipRecord[] {
  const { limits, report } = context;
  const maxEntries = limits.archiveEntries + 1;
  const directory = readZipDirectory(source, { maxEntries });
  if (directory) {
    if (directory.missing > 0 && directory.records.length < maxEntries) {
      report({ code: 'archive-truncated', file: archive, ...truncatedText(directory.records.length) });
    }
    return directory.records;
  }
  const signature = source.read(0, 4);
  if (signature.length < 4 || signature.readUInt32LE(0) !== 0x04034b50) {
    report({ code: 'archive-invalid', file: archive, ...notAnArchiveText() });
    return [];
  }
  const records = recoverZipRecords(source, { maxEntries, maxBytes: limits.archiveRatioFloor });
  report({ code: 'archive-truncated', file: archive, ...truncatedText(records.length) });
  return records;
}

function createEntry(
  path: string,
  archive: string,
  record: ZipRecord,
  source: ByteSource,
  context: ArchiveContext,
): FileEntry {
  let counted = false;
  return {
    path,
    archive,
    executable: (record.mode & 0o111) !== 0,
    origin: undefined,
    size: () => record.size,
    read: () => {
      const refusal = refuse(record, context);
      if (refusal) {
        context.report({ ...refusal, file: path });
        return undefined;
      }
      if (!counted && !takeFromBudget(context, path, record.size)) return undefined;
      counted = true;
      const bytes = unpack(record, source);
      if (bytes === 'bomb') context.report({ code: 'archive-bomb', file: path, ...bombText() });
      else if (bytes === undefined)
        context.report({ code: 'archive-member-corrupt', file: path, ...corruptMemberText() });
      else return bytes;
      return undefined;
    },
  };
}

function refuse(record: ZipRecord, { limits }: ArchiveContext) {
  if (record.encrypted) return { code: 'archive-encrypted', ...encryptedText() };
  if (record.method !== 0 && record.method !== 8) {
    return { code: 'archive-method', ...unknownMethodText(record.method) };
  }
  const isBomb =
    record.size > limits.archiveRatioFloor &&
    record.size / Math.max(1, record.packedSize) > limits.archiveRatio;
  return isBomb ? { code: 'archive-bomb', ...bombText() } : undefined;
}

/** Undefined for damaged data; `bomb` when there is more of it than the archive says. */
function unpack(record: ZipRecord, source: ByteSource): Uint8Array | 'bomb' | undefined {
  const header = source.read(record.offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) return undefined;
  const data = record.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = source.read(data, record.packedSize);
  if (packed.length < record.packedSize) return undefined;
  if (record.method === 0) return record.size === record.packedSize ? packed : undefined;
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength: record.size + 1 });
    return bytes.length === record.size ? bytes : bytes.length > record.size ? 'bomb' : undefined;
  } catch (error) {
    return isTooLarge(error) ? 'bomb' : undefined;
  }
}

/** What zlib throws when the output exceeds the limit it was given. */
export function isTooLarge(error: unknown): boolean {
  return errorCode(error) === 'ERR_BUFFER_TOO_LARGE';
}

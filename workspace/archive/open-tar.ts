import { posix } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import type { FileEntry } from '../file-entry.js';
import { createMemberList, takeFromBudget } from './archive-context.js';
import type { ArchiveContext } from './archive-context.js';
import { createMemorySource } from './byte-source.js';
import type { ByteSource } from './byte-source.js';
import { isTooLarge } from './open-zip.js';
import type { OpenedArchive } from './open-zip.js';
import { readTar } from './read-tar.js';
import type { TarRecord } from './read-tar.js';
import { bombText, linkInArchiveText, notAnArchiveText, tooManyMembersText, truncatedText } from './texts.js';

const nothing: OpenedArchive = { entries: [], directories: [] };

/** Lists a tar file's members. */
export function openTar(archive: string, source: ByteSource, context: ArchiveContext): OpenedArchive {
  const { limits, report } = context;
  const tar = readTar(source, { maxEntries: limits.archiveEntries + 1 });
  if (!tar) {
    report({ code: 'archive-invalid', file: archive, ...notAnArchiveText() });
    return nothing;
  }
  if (!tar.complete) {
    report({ code: 'archive-truncated', file: archive, ...truncatedText(tar.records.length) });
  }
  if (tar.records.length > limits.archiveEntries) {
    report({ code: 'archive-too-many-members', file: archive, ...tooManyMembersText(limits.archiveEntries) });
  }
  const list = createMemberList(archive, context);
  const links: { path: string; record: TarRecord }[] = [];
  for (const record of tar.records.slice(0, limits.archiveEntries)) {
    const path = list.claim(
      record.type === 'directory' && !record.name.endsWith('/') ? `${record.name}/` : record.name,
    );
    if (path === undefined) continue;
    if (record.type === 'file') list.entries.push(createEntry(path, archive, record, source, context));
    else links.push({ path, record });
  }
  for (const { path, record } of links) {
    const target = findTarget(archive, path, record, list.entries);
    if (target) list.entries.push({ ...target, path });
    else report({ code: 'link-outside', file: path, ...linkInArchiveText(record.target) });
  }
  return list;
}

/** Links are followed once, inside the archive only; a hard link's target is a member's name, a symbolic one's is relative. */
function findTarget(
  archive: string,
  path: string,
  { type, target }: TarRecord,
  entries: readonly FileEntry[],
): FileEntry | undefined {
  const full =
    type === 'hardlink' ? posix.join(`${archive}!`, target) : posix.join(posix.dirname(path), target);
  return target.startsWith('/') ? undefined : entries.find((entry) => entry.path === full);
}

function createEntry(
  path: string,
  archive: string,
  record: TarRecord,
  source: ByteSource,
  context: ArchiveContext,
): FileEntry {
  const readRange = (offset: number, length: number): Uint8Array =>
    source.read(record.offset + offset, Math.max(0, Math.min(length, record.size - offset)));
  let counted = false;
  return {
    path,
    archive,
    executable: (record.mode & 0o111) !== 0,
    origin: undefined,
    size: () => record.size,
    read: () => {
      if (!counted && !takeFromBudget(context, path, record.size)) return undefined;
      counted = true;
      return readRange(0, record.size);
    },
    readRange,
  };
}

/** Lists the members of a compressed tar file, which has to be unpacked as a whole for that. */
export function openTarGz(archive: string, source: ByteSource, context: ArchiveContext): OpenedArchive {
  const { limits, report, cache } = context;
  const allowed = Math.max(limits.archiveRatioFloor, source.size * limits.archiveRatio);
  const unpack = (): Uint8Array | undefined => {
    try {
      // With a flush at the end, a stream that breaks off gives what there is.
      return gunzipSync(source.read(0, source.size), {
        maxOutputLength: Math.min(allowed, limits.fileBytes),
        finishFlush: constants.Z_SYNC_FLUSH,
      });
    } catch (error) {
      const [code, text] = isTooLarge(error)
        ? ['archive-bomb', bombText()]
        : ['archive-invalid', notAnArchiveText()];
      report({ code, file: archive, ...text });
      return undefined;
    }
  };
  const tar = cache.get(`${archive}!`, unpack);
  if (!tar || !takeFromBudget(context, archive, tar.byteLength)) return nothing;
  const inner = createMemorySource(tar.byteLength, () => cache.get(`${archive}!`, unpack));
  return openTar(archive, inner, context);
}

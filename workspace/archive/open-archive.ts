import type { FileEntry } from '../file-entry.js';
import { archiveKindOf } from './archive-names.js';
import type { ArchiveContext } from './archive-context.js';
import { createByteSource } from './byte-source.js';
import { openTar, openTarGz } from './open-tar.js';
import { openZip } from './open-zip.js';
import type { OpenedArchive } from './open-zip.js';
import { tooDeepText } from './texts.js';

/** Lists what an archive holds; what is wrong with it is reported. Nothing for a file that is none by its name. */
export function openArchive(entry: FileEntry, context: ArchiveContext): OpenedArchive {
  const kind = archiveKindOf(entry.path);
  const nothing: OpenedArchive = { entries: [], directories: [] };
  if (!kind) return nothing;
  const depth = entry.path.split('!/').length;
  if (depth > context.limits.archiveDepth) {
    context.report({
      code: 'archive-too-deep',
      file: entry.path,
      ...tooDeepText(context.limits.archiveDepth),
    });
    return nothing;
  }
  const source = createByteSource(entry, context.cache);
  if (kind === 'zip') return openZip(entry.path, source, context);
  return kind === 'tar' ? openTar(entry.path, source, context) : openTarGz(entry.path, source, context);
}

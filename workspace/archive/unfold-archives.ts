import { fileOrigin } from '../origins.js';
import type { FileEntry } from '../file-entry.js';
import type { FileOrigin } from '../project.js';
import type { ArchiveContext } from './archive-context.js';
import { archiveKindOf } from './archive-names.js';
import { openArchive } from './open-archive.js';

/**
 * Opens the archives among some files that are applications or parts of them, and those inside them, so that their
 * members are files like others: the application's own WARs, EARs and jars. A ZIP or tar file counts when there is
 * nothing but archives and documents beside it: a delivery, not a backup that lies in a source tree. Libraries
 * (WEB-INF/lib) stay closed.
 */
export function unfoldArchives(
  entries: readonly FileEntry[],
  context: ArchiveContext,
  originOf: (entry: FileEntry) => FileOrigin,
): { entries: readonly FileEntry[]; directories: readonly string[] } {
  const all: FileEntry[] = [...entries];
  const directories: string[] = [];
  const deliveries = findDeliveries(entries);
  for (const entry of entries) {
    if (!archiveKindOf(entry.path) || originOf(entry) !== 'own') continue;
    const isApplication = /\.(?:war|ear|jar|rar|sar|har)$/i.test(entry.path);
    if (!isApplication && !deliveries.has(directoryOf(entry.path))) continue;
    const opened = openArchive(entry, context);
    const inner = unfoldArchives(opened.entries, context, (member) => fileOrigin(member.path));
    for (const member of inner.entries) all.push(member);
    directories.push(...opened.directories, ...inner.directories);
  }
  return { entries: all, directories };
}

/** Directories that hold archives and documents only. */
function findDeliveries(entries: readonly FileEntry[]): ReadonlySet<string> {
  const directories = new Set(entries.map(({ path }) => directoryOf(path)));
  for (const { path } of entries) {
    const isDocument = /\.(?:txt|md|pdf|docx?|xlsx?|html?|sha\d*|md5|asc)$|^[^.]*$/i.test(
      path.slice(path.lastIndexOf('/') + 1),
    );
    if (!isDocument && !archiveKindOf(path)) directories.delete(directoryOf(path));
  }
  return directories;
}

function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

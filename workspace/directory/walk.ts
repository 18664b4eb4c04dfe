import { readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { compareStrings } from '../../model/order.js';
import type { Problem } from '../../model/problem.js';
import type { FileEntry } from '../file-entry.js';
import type { Limits } from '../limits.js';
import type { LinkTable } from '../linked-files.js';
import { createDiskEntry } from './disk-entry.js';
import { decodeDiskName, joinDiskPath } from './disk-path.js';
import type { DiskPath } from './disk-path.js';
import { resolveLink } from './resolve-link.js';
import { linkLoopText, linkOutsideText, tooDeepText, tooManyFilesText, unreadableText } from './texts.js';

/** Version control's own data: thousands of files that say nothing of the application. */
const skipped = new Set(['.git', '.svn', '.hg', '.bzr', 'CVS']);

interface Walk {
  readonly root: string;
  readonly limits: Limits;
  readonly report: (problem: Problem) => void;
  readonly entries: FileEntry[];
  readonly directories: string[];
  readonly links: Map<string, string>;
}

interface Directory {
  /** For people. */
  readonly path: string;
  /** The same on disk: bytes where a name on the way is no UTF-8. */
  readonly disk: DiskPath;
  /** Number of directories around it. */
  readonly depth: number;
}

export interface Listing {
  readonly entries: readonly FileEntry[];
  /** Directories without files. */
  readonly directories: readonly string[];
  /** Targets of the links that lead to files and directories of the same tree, by the links' paths. */
  readonly links: LinkTable;
}

/**
 * Lists all files below a directory (whose path has no links in it), in the same order on every machine. A link is not
 * walked through: what it leads to is listed where it lies.
 */
export function walkDirectory(
  root: string,
  options: { limits: Limits; report: (problem: Problem) => void },
): Listing {
  const walk: Walk = { root, ...options, entries: [], directories: [], links: new Map() };
  const pending: Directory[] = [{ path: '', disk: '', depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (walk.entries.length >= options.limits.files) {
      options.report({ code: 'too-many-files', file: next.path, ...tooManyFilesText(options.limits.files) });
      break;
    }
    const below = listDirectory(walk, next);
    // The last is taken first.
    for (const directory of below.reverse()) pending.push(directory);
  }
  return walk;
}

/** Adds a directory's files and answers the directories in it. */
function listDirectory(walk: Walk, directory: Directory): Directory[] {
  const { limits, report } = walk;
  if (directory.depth > limits.directoryDepth) {
    report({ code: 'directory-too-deep', file: directory.path, ...tooDeepText(limits.directoryDepth) });
    return [];
  }
  const names = readNames(walk, directory);
  if (names?.length === 0 && directory.path !== '') walk.directories.push(directory.path);
  const below: Directory[] = [];
  for (const { name, entry } of names ?? []) {
    const path = directory.path === '' ? name : `${directory.path}/${name}`;
    const disk = directory.disk === '' ? entry.name : joinDiskPath(directory.disk, entry.name);
    if (entry.isFile()) {
      walk.entries.push(createDiskEntry(path, joinDiskPath(walk.root, disk), report));
    } else if (entry.isDirectory()) {
      if (skipped.has(name)) walk.directories.push(path);
      else below.push({ path, disk, depth: directory.depth + 1 });
    } else if (entry.isSymbolicLink()) followLink(walk, path, disk);
  }
  return below;
}

interface Named {
  readonly name: string;
  readonly entry: Dirent | Dirent<Buffer>;
}

function readNames(walk: Walk, { path, disk }: Directory): readonly Named[] | undefined {
  const location = disk === '' ? walk.root : joinDiskPath(walk.root, disk);
  try {
    const entries = readdirSync(location, { withFileTypes: true });
    const isText = entries.every(({ name }) => !name.includes('\uFFFD'));
    const named: Named[] = isText
      ? entries.map((entry) => ({ name: entry.name, entry }))
      : readdirSync(location, { withFileTypes: true, encoding: 'buffer' }).map((entry) => ({
          name: decodeDiskName(entry.name),
          entry,
        }));
    return named.sort((a, b) => compareStrings(a.name, b.name));
  } catch (error) {
    walk.report({
      code: 'directory-unreadable',
      file: path,
      ...unreadableText('directory', error),
    });
    return undefined;
  }
}

/** Remembers where a link leads, if it is a place in the tree. */
function followLink(walk: Walk, path: string, disk: DiskPath): void {
  const target = resolveLink(walk.root, String(disk));
  if (target.kind === 'outside') {
    walk.report({ code: 'link-outside', file: path, ...linkOutsideText(target.target) });
  } else if (target.kind === 'loop') {
    walk.report({ code: 'link-loop', file: path, ...linkLoopText(target.target) });
  } else if (target.kind === 'directory' && isWithin(path, target.path)) {
    walk.report({ code: 'link-loop', file: path, ...linkLoopText(target.path === '' ? '.' : target.path) });
  } else if ('path' in target) walk.links.set(path, target.path);
}

function isWithin(path: string, directory: string): boolean {
  return directory === '' || path.startsWith(`${directory}/`);
}

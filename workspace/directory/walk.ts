import { readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { compareStrings } from '../../model/order.js';
import type { Problem } from '../../model/problem.js';
import type { FileEntry } from '../file-entry.js';
import type { Limits } from '../limits.js';
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
}

interface Directory {
  /** For people: links are part of it. */
  readonly path: string;
  /** Relative to the root, without links; bytes where a name on the way is no UTF-8. */
  readonly real: DiskPath;
  /** Real paths of the directories around it, to see loops. */
  readonly chain: readonly string[];
}

/** Lists all files below a directory (whose path has no links in it), in the same order on every machine. */
export function walkDirectory(
  root: string,
  options: { limits: Limits; report: (problem: Problem) => void },
): { entries: readonly FileEntry[]; directories: readonly string[] } {
  const walk: Walk = { root, ...options, entries: [], directories: [] };
  const pending: Directory[] = [{ path: '', real: '', chain: [] }];
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
  if (directory.chain.length > limits.directoryDepth) {
    report({ code: 'directory-too-deep', file: directory.path, ...tooDeepText(limits.directoryDepth) });
    return [];
  }
  const names = readNames(walk, directory);
  if (names?.length === 0 && directory.path !== '') walk.directories.push(directory.path);
  const chain = [...directory.chain, String(directory.real)];
  const below: Directory[] = [];
  for (const { name, entry } of names ?? []) {
    const path = directory.path === '' ? name : `${directory.path}/${name}`;
    const real = directory.real === '' ? entry.name : joinDiskPath(directory.real, entry.name);
    if (entry.isFile()) addFile(walk, path, real);
    else if (entry.isDirectory()) {
      if (skipped.has(name)) walk.directories.push(path);
      else below.push({ path, real, chain });
    } else if (entry.isSymbolicLink()) {
      const target = followLink(walk, path, real, chain);
      if (target) below.push(target);
    }
  }
  return below;
}

interface Named {
  readonly name: string;
  readonly entry: Dirent | Dirent<Buffer>;
}

function readNames(walk: Walk, { path, real }: Directory): readonly Named[] | undefined {
  const location = real === '' ? walk.root : joinDiskPath(walk.root, real);
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

function addFile({ root, entries, report }: Walk, path: string, real: DiskPath): void {
  entries.push(createDiskEntry(path, joinDiskPath(root, real), report));
}

/** Adds the file a link leads to, or answers the directory it leads to. */
function followLink(
  walk: Walk,
  path: string,
  real: DiskPath,
  chain: readonly string[],
): Directory | undefined {
  const target = resolveLink(walk.root, String(real));
  if (target.kind === 'file') {
    addFile(walk, path, target.path);
  } else if (target.kind === 'outside') {
    walk.report({ code: 'link-outside', file: path, ...linkOutsideText(target.target) });
  } else if (target.kind === 'loop') {
    walk.report({ code: 'link-loop', file: path, ...linkLoopText(target.target) });
  } else if (target.kind === 'directory' && chain.includes(target.path)) {
    walk.report({ code: 'link-loop', file: path, ...linkLoopText(target.path === '' ? '.' : target.path) });
  } else if (target.kind === 'directory') {
    return { path, real: target.path, chain };
  }
  return undefined;
}

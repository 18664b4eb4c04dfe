import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../model/problem.js';
import { compareStrings } from '../../model/order.js';
import type { InputFile } from '../documents/manifest.js';
import { mayHoldManifests } from '../documents/read-manifests.js';
import { isDockerfile } from '../validate.js';
import { hostTexts as texts } from './texts.js';
import { errorCode } from '../../model/system-error.js';

/** Directories that hold other people's files. */
const foreign = new Set([
  '.git',
  '.hg',
  '.svn',
  '.drydock',
  'node_modules',
  'vendor',
  'target',
  '.terraform',
  '.venv',
]);
const maxBytes = 16 * 1024 * 1024;

/** Files to judge, and what could not be read. */
export interface CollectedFiles {
  readonly files: readonly InputFile[];
  /** The directories that were walked, as paths are reported; `''` for the working directory. */
  readonly directories: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the Dockerfiles and possible manifests under each path; a path that is a file is taken whatever its name.
 * Links are not followed. Sorted, each file once.
 */
export async function collectFiles(paths: readonly string[]): Promise<CollectedFiles> {
  const files = new Map<string, InputFile>();
  const problems: Problem[] = [];
  const directories: string[] = [];
  for (const path of paths) {
    try {
      const isDirectory = (await lstat(path)).isDirectory();
      if (isDirectory) directories.push(toShown(join(path)).replace(/^\.$/, ''));
      for (const name of isDirectory ? await walk(path, problems) : [path]) {
        const shown = toShown(name);
        if (!files.has(shown)) files.set(shown, { path: shown, bytes: await readFile(name) });
      }
    } catch (error) {
      problems.push(unreadable(path, error));
    }
  }
  const sorted = [...files.values()].sort((a, b) => compareStrings(a.path, b.path));
  return { files: sorted, directories, problems };
}

function toShown(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\.\//, '');
}

async function walk(directory: string, problems: Problem[]): Promise<string[]> {
  const found: string[] = [];
  const pending = [directory];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const entry of await list(at, problems)) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) {
        if (!foreign.has(entry.name)) pending.push(path);
      } else if (entry.isFile() && (mayHoldManifests(entry.name) || isDockerfile(entry.name))) {
        if ((await lstat(path)).size <= maxBytes) found.push(path);
        else
          problems.push({
            code: 'too-large',
            file: path,
            message: texts.tooLarge(maxBytes),
            hint: texts.tooLargeHint(),
          });
      }
    }
  }
  return found;
}

async function list(directory: string, problems: Problem[]): Promise<Dirent[]> {
  try {
    return await readdir(directory, { withFileTypes: true });
  } catch (error) {
    problems.push(unreadable(directory, error));
    return [];
  }
}

function unreadable(file: string, error: unknown): Problem {
  const code = errorCode(error);
  return { code: 'unreadable', file, message: texts.unreadable(code), hint: texts.unreadableHint() };
}

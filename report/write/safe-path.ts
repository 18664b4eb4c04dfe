import { lstatSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { join } from 'node:path';
import { stateDirectory } from './lock.js';

/** Why a path must not be written; undefined when it may. */
export function unsafePath(path: string): string | undefined {
  const parts = path.split('/');
  if (path === '' || path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'it is not relative';
  if (path.includes('\\') || path.includes('\0')) return 'it has a backslash or a NUL character';
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return 'it leaves its directory';
  // The plan's baseline lies beside the lock; everything else there is the writer's own.
  if (parts[0]?.toLowerCase() === stateDirectory && path !== `${stateDirectory}/plan.yaml`)
    return `${stateDirectory} is the writer's own`;
  return undefined;
}

/** What stands at a path: nothing, a file, or something in the way (a link, a directory, a file where a directory must be). */
export function whatIsAt(root: string, path: string): 'nothing' | 'file' | 'obstacle' {
  const parts = path.split('/');
  for (let i = 1; i <= parts.length; i++) {
    const stats = statsOf(join(root, ...parts.slice(0, i)));
    if (!stats) return 'nothing';
    const last = i === parts.length;
    if (last && stats.isFile()) return 'file';
    // Through a link, a file outside of the output directory would be written.
    if (last || !stats.isDirectory()) return 'obstacle';
  }
  return 'obstacle';
}

function statsOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

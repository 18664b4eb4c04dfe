import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a directory and those above it. Node's own recursive mode never ends where the system answers ENOENT for a
 * directory whose parent exists, as /proc does.
 *
 * @throws the system's error, as `mkdir` does.
 */
export function makeDirectory(directory: string): void {
  const missing: string[] = [];
  let at = resolve(directory);
  for (; !existsSync(at); at = dirname(at)) missing.unshift(at);
  // What exists may be a file; asking for it once more makes the system say so.
  mkdirSync(at, { recursive: true });
  for (const one of missing) mkdirSync(one);
}

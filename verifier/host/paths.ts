import { createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ToolError } from '../../model/errors.js';
import { hostTexts as texts } from './texts.js';
import { errorCode } from '../../model/system-error.js';

/** Joins paths as the system does. */
export function resolvePath(...parts: readonly string[]): string {
  return resolve(...parts);
}

/** A file's bytes, undefined when there is none. */
export async function readOptional(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The path, once it is known to be a directory. Throws a ToolError naming it otherwise. */
export async function existing(path: string): Promise<string> {
  try {
    if ((await stat(path)).isDirectory()) return path;
  } catch (error) {
    throw new ToolError(texts.contextMissing(path), {
      command: 'docker build',
      cause: error,
    });
  }
  throw new ToolError(texts.contextNoDirectory(path), { command: 'docker build' });
}

/** Opens a log file for writing, its directory made if need be. */
export async function openLog(
  directory: string,
  name: string,
): Promise<{ path: string; stream: WriteStream }> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, name);
  return { path, stream: createWriteStream(path) };
}

import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { Problem } from '../../model/problem.js';
import type { FileEntry } from '../file-entry.js';
import type { DiskPath } from './disk-path.js';
import { unreadableText } from './texts.js';

/** A file on disk; `location` has no links left in it. Size and mode are asked for when needed. */
export function createDiskEntry(
  path: string,
  location: DiskPath,
  report: (problem: Problem) => void,
): FileEntry {
  let status: { size: number; mode: number } | undefined;
  const stat = (): { size: number; mode: number } => {
    try {
      status ??= statSync(location);
    } catch (error) {
      status = { size: 0, mode: 0 };
      reportUnreadable(path, error, report);
    }
    return status;
  };
  const readRange = (offset: number, length: number): Uint8Array | undefined =>
    readPart(path, location, { offset, length }, report);
  return {
    path,
    archive: '',
    ...(typeof location === 'string' ? { location } : {}),
    origin: undefined,
    get executable() {
      return (stat().mode & 0o111) !== 0;
    },
    size: () => stat().size,
    read: () => readRange(0, stat().size),
    readRange,
  };
}

function readPart(
  path: string,
  location: DiskPath,
  range: { offset: number; length: number },
  report: (problem: Problem) => void,
): Uint8Array | undefined {
  let descriptor: number | undefined;
  try {
    // Whatever was put in the file's place since the walk: no link is followed, no pipe waited for.
    descriptor = openSync(location, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const { size } = fstatSync(descriptor);
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(range.length, size - range.offset)));
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(descriptor, bytes, filled, bytes.length - filled, range.offset + filled);
      if (count === 0) break;
      filled += count;
    }
    return filled === bytes.length ? bytes : bytes.subarray(0, filled);
  } catch (error) {
    reportUnreadable(path, error, report);
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function reportUnreadable(path: string, error: unknown, report: (problem: Problem) => void): void {
  report({ code: 'file-unreadable', file: path, ...unreadableText('file', error) });
}

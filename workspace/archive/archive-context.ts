import type { Problem } from '../../model/problem.js';
import type { FileEntry } from '../file-entry.js';
import type { Limits } from '../limits.js';
import type { ByteCache } from './byte-source.js';
import { duplicateNameText, totalTooLargeText, unsafeNameText } from './texts.js';
import { safeMemberPath } from './archive-names.js';

/** What all archives of one input share. */
export interface ArchiveContext {
  readonly limits: Limits;
  readonly report: (problem: Problem) => void;
  readonly cache: ByteCache;
  /** Bytes unpacked so far, each member once. */
  readonly unpacked: { total: number };
}

/** Takes a member's size from what may still be unpacked; false, with a problem, when it does not fit. */
export function takeFromBudget(context: ArchiveContext, file: string, bytes: number): boolean {
  if (context.unpacked.total + bytes > context.limits.archiveTotalBytes) {
    context.report({ code: 'archive-total-too-large', file, ...totalTooLargeText() });
    return false;
  }
  context.unpacked.total += bytes;
  return true;
}

/** Collects members by their path below an archive: unsafe and repeated names are problems and left out. */
export function createMemberList(
  archive: string,
  context: ArchiveContext,
): {
  readonly entries: FileEntry[];
  readonly directories: string[];
  /** The full path for a member's name, or undefined if it can't be taken. */
  readonly claim: (name: string) => string | undefined;
} {
  const taken = new Set<string>();
  const directories: string[] = [];
  const claim = (name: string): string | undefined => {
    const path = safeMemberPath(name);
    if (path === undefined) {
      if (!/^(?:\.?\/?)$/.test(name)) {
        const file = `${archive}!/${name.replace(/\p{Cc}/gu, '?')}`;
        context.report({ code: 'archive-unsafe-name', file, ...unsafeNameText(name) });
      }
      return undefined;
    }
    const full = `${archive}!/${path}`;
    if (name.endsWith('/')) {
      directories.push(full);
      return undefined;
    }
    if (taken.has(full)) {
      context.report({ code: 'archive-duplicate-name', file: full, ...duplicateNameText() });
      return undefined;
    }
    taken.add(full);
    return full;
  };
  return { entries: [], directories, claim };
}

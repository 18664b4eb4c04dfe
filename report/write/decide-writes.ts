import type { Artefact } from '../../model/artefact.js';
import { sortBy } from '../../model/order.js';
import type { Lock, LockEntry } from './lock.js';
import { sha256 } from './lock.js';
import { unsafePath } from './safe-path.js';

/** What is on disk at a path now. */
export type OnDisk =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'obstacle' }
  | { readonly kind: 'file'; readonly sha256: string };

/** Why a file was left as it is: a person changed what we wrote, put one of their own there, or a link or directory is in the way. */
export type KeptReason = 'edited' | 'not-ours' | 'obstacle';

export interface WriteDecisions {
  readonly write: readonly Artefact[];
  readonly unchanged: readonly string[];
  readonly kept: readonly { readonly path: string; readonly reason: KeptReason }[];
  /** Written by us once, generated no longer, and not edited since. */
  readonly remove: readonly string[];
  /** Generated no longer, but edited: left to the person. */
  readonly abandoned: readonly string[];
  readonly lock: readonly LockEntry[];
}

/**
 * Decides what happens to each file; touches nothing.
 *
 * @throws Error when two generators own one path, or a path leaves the output directory: a broken invariant.
 */
export function decideWrites(input: {
  readonly artefacts: readonly Artefact[];
  readonly lock: Lock;
  readonly onDisk: (path: string) => OnDisk;
  /** Paths whose edits are in the new content already (the plan): they are written over. */
  readonly merged: ReadonlySet<string>;
}): WriteDecisions {
  refuseUnsafe(input.artefacts);
  const write: Artefact[] = [];
  const unchanged: string[] = [];
  const kept: { path: string; reason: KeptReason }[] = [];
  const lock: LockEntry[] = [];
  for (const artefact of sortBy(input.artefacts, ({ path }) => [path])) {
    const { path, from } = artefact;
    const next = { path, sha256: sha256(artefact.content), from };
    const last = input.lock.get(path);
    const now = input.onDisk(path);
    const verdict = judge({ next, last, now, merged: input.merged.has(path) });
    if (verdict === 'write') write.push(artefact);
    else if (verdict === 'unchanged') unchanged.push(path);
    else kept.push({ path, reason: verdict });
    // Of a kept file the old entry stays, so that it still counts as edited the next time.
    if (verdict === 'write' || verdict === 'unchanged') lock.push(next);
    else if (last) lock.push(last);
  }
  const generated = new Set(input.artefacts.map(({ path }) => path));
  const stale = sortBy(
    [...input.lock.values()].filter(({ path }) => !generated.has(path) && unsafePath(path) === undefined),
    ({ path }) => [path],
  );
  const remove = stale
    .filter((entry) => isUntouched(entry, input.onDisk(entry.path)))
    .map(({ path }) => path);
  const abandoned = stale
    .filter(
      (entry) => !isUntouched(entry, input.onDisk(entry.path)) && input.onDisk(entry.path).kind !== 'nothing',
    )
    .map(({ path }) => path);
  return { write, unchanged, kept, remove, abandoned, lock };
}

function judge(file: {
  next: LockEntry;
  last: LockEntry | undefined;
  now: OnDisk;
  merged: boolean;
}): 'write' | 'unchanged' | KeptReason {
  const { next, last, now } = file;
  // A file that was deleted is wanted anew: that is how a person takes our version back.
  if (now.kind === 'nothing') return 'write';
  if (now.kind === 'obstacle') return 'obstacle';
  if (now.sha256 === next.sha256) return 'unchanged';
  if (file.merged || now.sha256 === last?.sha256) return 'write';
  return last ? 'edited' : 'not-ours';
}

function isUntouched(entry: LockEntry, now: OnDisk): boolean {
  return now.kind === 'file' && now.sha256 === entry.sha256;
}

function refuseUnsafe(artefacts: readonly Artefact[]): void {
  const owners = new Map<string, Artefact>();
  for (const artefact of artefacts) {
    const why = unsafePath(artefact.path);
    if (why !== undefined) throw new Error(`${artefact.from} must not write ${artefact.path}: ${why}`);
    // Two paths that differ in case only are one file on some systems.
    const key = artefact.path.toLowerCase();
    const other = owners.get(key);
    if (other) throw new Error(`${artefact.path} has two owners: ${other.from} and ${artefact.from}`);
    owners.set(key, artefact);
  }
}

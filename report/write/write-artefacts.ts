import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Artefact } from '../../model/artefact.js';
import { commitFiles, finishInterrupted } from './commit-files.js';
import type { Change } from './commit-files.js';
import { decideWrites } from './decide-writes.js';
import type { KeptReason, OnDisk } from './decide-writes.js';
import { makeDirectory } from './make-directory.js';
import { lockPath, parseLock, printLock, sha256 } from './lock.js';
import { whatIsAt } from './safe-path.js';

export interface WriteReport {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly kept: readonly { readonly path: string; readonly reason: KeptReason }[];
  readonly removed: readonly string[];
  /** No longer generated, but edited by a person: they may delete it. */
  readonly abandoned: readonly string[];
}

/**
 * Writes generated files to a directory, all or none: what a person edited is kept and reported, what is unchanged is not
 * touched, and what is generated no longer is removed. A second run with the same artefacts writes nothing.
 *
 * @throws ConfigError when the record of the last run is broken; an error of `node:fs` when the disk refuses, then nothing
 *   has changed.
 */
export function writeArtefacts(options: {
  readonly directory: string;
  readonly artefacts: readonly Artefact[];
  /** Paths whose edits are in the new content already, the plan for example. */
  readonly merged?: readonly string[];
}): WriteReport {
  const { directory, artefacts } = options;
  makeDirectory(directory);
  if (whatIsAt(directory, '.drydock/x') === 'obstacle') {
    throw new Error(`${join(directory, '.drydock')} is no directory`);
  }
  finishInterrupted(directory);
  const lockFile = join(directory, lockPath);
  const lockText = existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : undefined;
  const decisions = decideWrites({
    artefacts,
    lock: lockText === undefined ? new Map() : parseLock(lockText),
    onDisk: (path) => look(directory, path),
    merged: new Set(options.merged ?? []),
  });
  const changes: Change[] = [
    ...decisions.write.map(({ path, content, mode }) => ({
      path,
      content,
      ...(mode === undefined ? {} : { mode }),
    })),
    ...decisions.remove.map((path) => ({ path })),
  ];
  const newLock = printLock(decisions.lock);
  if (newLock !== lockText) changes.push({ path: lockPath, content: newLock });
  if (changes.length > 0) commitFiles(directory, changes);
  const { unchanged, kept, remove, abandoned } = decisions;
  return { written: decisions.write.map(({ path }) => path), unchanged, kept, removed: remove, abandoned };
}

function look(directory: string, path: string): OnDisk {
  const kind = whatIsAt(directory, path);
  if (kind !== 'file') return { kind };
  return { kind, sha256: sha256(readFileSync(join(directory, path))) };
}

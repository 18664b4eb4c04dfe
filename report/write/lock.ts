import { createHash } from 'node:crypto';
import { ConfigError } from '../../model/errors.js';
import { sortBy } from '../../model/order.js';

/** Where the writer keeps what it needs to know next time, relative to the output directory. */
export const stateDirectory = '.drydock';
export const lockPath = `${stateDirectory}/lock.json`;

/** What was last written to one path. */
export interface LockEntry {
  readonly path: string;
  readonly sha256: string;
  /** Id of the generator. */
  readonly from: string;
}

/** What Drydock wrote the last time: how a person's edits are told from its own work. */
export type Lock = ReadonlyMap<string, LockEntry>;

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The lock as text, sorted: the same files give the same bytes. */
export function printLock(entries: Iterable<LockEntry>): string {
  const files = sortBy(entries, ({ path }) => [path]);
  return `${JSON.stringify({ version: 1, files }, undefined, 2)}\n`;
}

/**
 * Reads a lock.
 *
 * @throws ConfigError for what is none: without it, edits can't be told from generated files.
 */
export function parseLock(text: string): Lock {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw broken(String(error));
  }
  const { version, files } = (value ?? {}) as { version?: unknown; files?: unknown };
  if (version !== 1 || !Array.isArray(files)) throw broken('it is not of version 1');
  return new Map(
    files.map((file: unknown) => {
      const entry = (file ?? {}) as Partial<Record<keyof LockEntry, unknown>>;
      if (
        typeof entry.path !== 'string' ||
        typeof entry.sha256 !== 'string' ||
        typeof entry.from !== 'string'
      ) {
        throw broken('an entry lacks its path, hash or generator');
      }
      return [entry.path, { path: entry.path, sha256: entry.sha256, from: entry.from }];
    }),
  );
}

function broken(why: string): ConfigError {
  return new ConfigError(`the record of what was written can't be read: ${why}`, {
    file: lockPath,
    hint: 'Restore it from version control. Without it every existing file counts as edited by you.',
  });
}

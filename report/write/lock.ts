import { createHash } from 'node:crypto';
import { ConfigError } from '../../model/errors.js';
import { sortBy } from '../../model/order.js';
import { sameText } from '../../model/text.js';
import type { Text } from '../../model/text.js';

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
    throw broken(sameText(String(error)));
  }
  const { version, files } = (value ?? {}) as { version?: unknown; files?: unknown };
  if (version !== 1 || !Array.isArray(files))
    throw broken({ en: 'it is not of version 1', 'zh-CN': '版本不是 1' });
  return new Map(
    files.map((file: unknown) => {
      const entry = (file ?? {}) as Partial<Record<keyof LockEntry, unknown>>;
      if (
        typeof entry.path !== 'string' ||
        typeof entry.sha256 !== 'string' ||
        typeof entry.from !== 'string'
      ) {
        throw broken({
          en: 'an entry lacks its path, hash or generator',
          'zh-CN': '有条目缺少路径、哈希或生成器',
        });
      }
      return [entry.path, { path: entry.path, sha256: entry.sha256, from: entry.from }];
    }),
  );
}

function broken(why: Text): ConfigError {
  const message = {
    en: `the record of what was written can't be read: ${why.en}`,
    'zh-CN': `无法读取此前写入文件的记录：${why['zh-CN']}`,
  };
  const hint = {
    en: 'restore it from version control; without it every existing file counts as edited by you',
    'zh-CN': '请从版本库恢复；缺少该记录时，所有已有文件都会视为您修改过',
  };
  return new ConfigError(message, { file: lockPath, hint });
}

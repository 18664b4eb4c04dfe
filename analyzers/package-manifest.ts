import { isRecord } from '../model/json.js';
import type { SourceFile } from '../workspace/project.js';

/** The texts of a JSON object by key, as composer.json and package.json hold names with versions; others are left out. */
export function stringsOf(value: unknown): ReadonlyMap<string, string> {
  if (!isRecord(value)) return new Map();
  return new Map(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** 1-based line of a key, below the line on which its section starts; undefined when it isn't there. */
export function lineOfKey(file: SourceFile, key: string, section?: string): number | undefined {
  const lines = file.lines();
  const start = section === undefined ? 0 : lines.findIndex((text) => text.includes(`"${section}"`));
  if (start < 0) return undefined;
  const offset = lines
    .slice(start)
    .findIndex((text) => new RegExp(`"${key.replace(/[/.*+?^$()|[\]\\]/g, '\\$&')}"\\s*:`).test(text));
  return offset < 0 ? undefined : start + offset + 1;
}

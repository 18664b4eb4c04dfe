import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { scanFile } from './scan-file.js';
import type { ScannedFile, SourceLanguage } from './scan-file.js';
import { createWordMatcher } from './word-matcher.js';
import type { WordMatcher } from './word-matcher.js';

/** A file for any thread: where it is, and which of the two searches it is for. */
export interface ScanTask {
  readonly location: string;
  readonly language: SourceLanguage;
}

/** All that a thread must know. */
export interface ScanJob {
  readonly tasks: readonly ScanTask[];
  readonly words: Readonly<Record<SourceLanguage, readonly string[]>>;
  /** Largest file that is looked at. */
  readonly maxBytes: number;
  /** One 32-bit number that all threads share: the next task that nobody has taken. */
  readonly next: SharedArrayBuffer;
}

/** A task's result. */
export interface ScanResult extends ScannedFile {
  readonly task: number;
}

/** Tasks that a thread takes at a time. */
const batch = 16;

/** Matchers for both languages. */
export function createMatchers(words: ScanJob['words']): Readonly<Record<SourceLanguage, WordMatcher>> {
  return {
    java: createWordMatcher(words.java, { ignoreCase: false }),
    php: createWordMatcher(words.php, { ignoreCase: true }),
  };
}

/** Works on the tasks that no other thread takes, until there are none. Files that can't be read have no result. */
export function scanShare(job: ScanJob, onResult: (result: ScanResult) => void): void {
  const matchers = createMatchers(job.words);
  const next = new Int32Array(job.next);
  const reader = createFileReader(job.maxBytes);
  for (
    let first = Atomics.add(next, 0, batch);
    first < job.tasks.length;
    first = Atomics.add(next, 0, batch)
  ) {
    for (let task = first; task < Math.min(first + batch, job.tasks.length); task++) {
      const { location, language } = job.tasks[task] ?? { location: '', language: 'java' };
      const content = reader(location);
      if (!content) continue;
      onResult({ task, ...scanFile(language, content, matchers[language]) });
    }
  }
}

/** Reads files into one buffer, which grows as needed: most are searched and forgotten. */
function createFileReader(
  maxBytes: number,
): (location: string) => { bytes: Uint8Array; length: number } | undefined {
  let buffer = Buffer.allocUnsafeSlow(256 * 1024);
  return (location) => {
    let descriptor: number | undefined;
    try {
      descriptor = openSync(location, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
      const { size } = fstatSync(descriptor);
      if (size > maxBytes) return undefined;
      if (size > buffer.length) buffer = Buffer.allocUnsafeSlow(size * 2);
      return { bytes: buffer, length: readSync(descriptor, buffer, 0, size, 0) };
    } catch {
      // Whoever asks for the file reads it again, and reports what is wrong.
      return undefined;
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  };
}

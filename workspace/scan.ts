import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { internalsOf } from './internals.js';
import type { ProjectInternals } from './internals.js';
import type { Project } from './project.js';
import { scanFile } from './scan/scan-file.js';
import type { SourceLanguage } from './scan/scan-file.js';
import { createMatchers, scanShare } from './scan/scan-share.js';
import type { ScanJob, ScanTask } from './scan/scan-share.js';
import type { PostedResult } from './scan/scan-worker.js';
import type { LazySourceFile } from './source-file.js';

/** Words of all analyzers and rules: a source file without any of them is not parsed. */
export interface SourceTriggers {
  readonly java?: readonly string[];
  readonly php?: readonly string[];
}

export interface PrepareOptions {
  /** Threads to use, this one included: 1 or 2. By default 2 where there are two cores and enough files. */
  readonly threads?: number;
  /** The second thread's module, where the compiled one is not beside this: tests run from TypeScript. */
  readonly worker?: URL;
}

/** Starting a thread and loading the grammars in it costs what searching and parsing so many files costs. */
const filesWorthAThread = 400;

/** A source file whose turn comes. */
interface Pending {
  readonly file: LazySourceFile;
  readonly language: SourceLanguage;
}

/**
 * Reads each of the application's own Java and PHP files once, searches it for all words at once, and parses those that
 * have any, on two cores. Afterwards `sourcesWith` for these words, and `java()` and `php()` of the files that it
 * answers, come from memory. The results are the same without it, and with any number of threads.
 */
export async function prepareSources(
  project: Project,
  triggers: SourceTriggers,
  options: PrepareOptions = {},
): Promise<void> {
  const internals = internalsOf(project);
  if (!internals) return;
  const words = { java: [...new Set(triggers.java)], php: [...new Set(triggers.php)] };
  const pending = (['java', 'php'] as const)
    .filter((language) => words[language].length > 0)
    .flatMap((language) => internals.sources(language).map((file): Pending => ({ file, language })));
  const rest = await scanOnDisk(internals, pending, words, options);
  scanHere(internals, rest, words);
  internals.triggers.complete('java', words.java);
  internals.triggers.complete('php', words.php);
}

/** Searches the files on disk and answers those that are left: members of archives, and what could not be read. */
async function scanOnDisk(
  internals: ProjectInternals,
  pending: readonly Pending[],
  words: ScanJob['words'],
  options: PrepareOptions,
): Promise<readonly Pending[]> {
  const onDisk = pending.filter(({ file }) => file.entry.location !== undefined);
  const tasks = onDisk.map(({ file, language }): ScanTask => ({
    location: file.entry.location ?? '',
    language,
  }));
  const done = new Set<LazySourceFile>();
  const next = new SharedArrayBuffer(4);
  const job = { tasks, words, maxBytes: internals.limits.textBytes, next };
  const second = startSecondThread(job, options, ({ task, found, ...known }) => {
    const one = onDisk[task];
    if (!one) return;
    done.add(one.file);
    note(internals, one, words, found);
    one.file.adopt({ language: one.language, ...known });
  });
  scanShare(job, ({ task, found, ...known }) => {
    const one = onDisk[task];
    if (!one) return;
    done.add(one.file);
    note(internals, one, words, found);
    one.file.adopt({ language: one.language, ...known });
  });
  await second;
  return pending.filter(({ file }) => !done.has(file));
}

/** Searches in this thread, through the files' own reading, which reports problems. */
function scanHere(internals: ProjectInternals, pending: readonly Pending[], words: ScanJob['words']): void {
  const matchers = createMatchers(words);
  for (const one of pending) {
    const bytes = one.file.scannableBytes();
    if (!bytes) continue;
    const { found, ...known } = scanFile(
      one.language,
      { bytes, length: bytes.byteLength },
      matchers[one.language],
    );
    note(internals, one, words, found);
    one.file.adopt({ language: one.language, ...known });
  }
}

function note(
  internals: ProjectInternals,
  { file, language }: Pending,
  words: ScanJob['words'],
  found: readonly number[],
): void {
  const foundWords = found.map((index) => words[language][index] ?? '');
  internals.triggers.note(language, file, foundWords);
}

/** Resolves when the second thread has nothing left to do; what it did not do, this thread does. */
function startSecondThread(
  job: ScanJob,
  options: PrepareOptions,
  onResult: (result: PostedResult) => void,
): Promise<void> {
  const threads = options.threads ?? (job.tasks.length < filesWorthAThread ? 1 : availableParallelism());
  // Node 20 runs no TypeScript: without a compiled module there is one thread.
  const compiled = import.meta.url.endsWith('.js')
    ? new URL('./scan/scan-worker.js', import.meta.url)
    : undefined;
  const module = options.worker ?? compiled;
  if (threads < 2 || module === undefined || job.tasks.length === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const worker = new Worker(module, { workerData: job });
    worker.on('message', (results: readonly PostedResult[]) => {
      results.forEach(onResult);
    });
    // A thread that dies leaves files without a result; they are searched again by this one.
    worker.on('error', () => {
      resolve();
    });
    worker.on('exit', () => {
      resolve();
    });
  });
}

import { internalsOf } from './internals.js';
import type { Project } from './project.js';
import { createFileReader } from './scan/file-reader.js';
import { scanFile } from './scan/scan-file.js';
import type { SourceLanguage } from './scan/scan-file.js';
import { createWordMatcher } from './scan/word-matcher.js';

/** Words of all analyzers and rules: a source file without any of them is not parsed. */
export interface SourceTriggers {
  readonly java?: readonly string[];
  readonly php?: readonly string[];
}

/** Files after which somebody who watches is told. */
const progressStep = 50;

/** Texts that are with the grammar at a time: enough for its threads to have work while this one searches. */
const parsedAtOnce = 16;

/**
 * Reads each of the application's own Java and PHP files once, searches it for all words at once, and parses those that
 * have any: the search runs in this thread, the grammar in others. Afterwards `sourcesWith` for these words, and
 * `java()` and `php()` of the files that it answers, come from memory. The results are the same without it.
 */
export async function prepareSources(
  project: Project,
  triggers: SourceTriggers,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const internals = internalsOf(project);
  if (!internals) return;
  const read = createFileReader(internals.limits.textBytes);
  const parsing = createQueue(parsedAtOnce);
  for (const language of ['java', 'php'] as const) {
    const words = [...new Set(triggers[language])];
    if (words.length === 0) continue;
    const matcher = createWordMatcher(words, { ignoreCase: ignoresCase[language] });
    const files = internals.sources(language);
    for (const [done, file] of files.entries()) {
      if (done % progressStep === 0) onProgress?.(done, files.length);
      const { location } = file.entry;
      // Members of archives, and what can't be read, go through the file's own reading, which reports problems.
      const bytes = (location === undefined ? undefined : read(location)) ?? file.scannableBytes();
      if (!bytes) continue;
      const { found, lines, decoded } = scanFile(bytes, matcher);
      internals.triggers.note(
        language,
        file,
        found.map((index) => words[index] ?? ''),
      );
      file.adopt({ lines, decoded });
      if (decoded) await parsing.add(() => file.parseAside(language, decoded.text));
    }
    internals.triggers.complete(language, words);
  }
  await parsing.end();
}

const ignoresCase: Readonly<Record<SourceLanguage, boolean>> = { java: false, php: true };

/** Runs so many tasks at a time; `add` waits for room. */
function createQueue(size: number): {
  add: (task: () => Promise<void>) => Promise<void>;
  end: () => Promise<void>;
} {
  const running = new Set<Promise<void>>();
  return {
    add: async (task) => {
      const run = task().finally(() => running.delete(run));
      running.add(run);
      if (running.size >= size) await Promise.race(running);
    },
    end: async () => {
      await Promise.all(running);
    },
  };
}

import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../cli/run-cli.js';
import type { Analysis } from '../../model/analysis.js';

const samplesDirectory = new URL('../../samples/', import.meta.url).pathname;

/** Names of the sample applications: each is a folder. */
export const samples = readdirSync(samplesDirectory, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** Files by path relative to their folder, sorted. */
export type Tree = Readonly<Record<string, string>>;

/** A copy of a sample beside an empty output directory, so that paths in the plan are the same everywhere. */
export interface Copy {
  readonly input: string;
  readonly output: string;
  /** Runs `drydock migrate` on the copy, as a user would but for the builds, and answers with what it says. */
  migrate(): Promise<Analysis>;
  readOutput(): Tree;
  remove(): void;
}

/** Copies a sample to a directory of its own. */
export function copySample(sample: string): Copy {
  const root = mkdtempSync(join(tmpdir(), 'drydock-sample-'));
  const [input, output] = [join(root, 'samples', sample), join(root, 'out')];
  cpSync(join(samplesDirectory, sample), input, { recursive: true });
  return {
    input,
    output,
    migrate: async () => {
      const words = [...migrateWords(input, output), '--format', 'json'];
      const { analysis } = JSON.parse(await runInProcess(words)) as { analysis: Analysis };
      return analysis;
    },
    readOutput: () => readTree(output),
    remove: () => {
      rmSync(root, { recursive: true });
    },
  };
}

/** What every run of these tests asks for. The schema check alone is offline and quick. */
export function migrateWords(input: string, output: string): string[] {
  return ['migrate', input, '-o', output, '--with-dependencies', '--level', 'schema', '--lang', 'en'];
}

/** Reads all files of a directory; an absent one is empty. */
export function readTree(directory: string): Tree {
  if (!existsSync(directory)) return {};
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(directory.length + 1), readFileSync(path, 'utf8')]),
  );
}

async function runInProcess(words: readonly string[]): Promise<string> {
  let [out, error] = ['', ''];
  const code = await runCli(words, {
    terminal: {
      write: (text) => (out += text),
      writeError: (text) => (error += text),
      env: {},
      interactive: false,
      errorInteractive: false,
      columns: () => 120,
    },
    signal: new AbortController().signal,
  });
  if (code !== 0) throw new Error(`drydock ${words.join(' ')}: exit code ${code}\n${error}${out}`);
  return out;
}

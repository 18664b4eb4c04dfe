import { spawnSync } from 'node:child_process';

/** A command to be timed. */
export interface Contender {
  readonly name: string;
  readonly command: string;
  readonly arguments: readonly string[];
}

/** Runs a command and answers its wall time in milliseconds, with its output. Exit codes above 1 are failures. */
export function timeRun(contender: Contender): { milliseconds: number; output: string } {
  const start = performance.now();
  const run = spawnSync(contender.command, contender.arguments, { encoding: 'utf8', maxBuffer: 1024 ** 3 });
  const milliseconds = performance.now() - start;
  if (run.error || (run.status ?? 2) > 1) {
    throw new Error(`${contender.name} failed: ${run.error?.message ?? run.stderr.slice(-2000)}`);
  }
  return { milliseconds, output: run.stdout };
}

/** Smallest, middle and largest of some numbers. */
export function summarize(numbers: readonly number[]): { min: number; median: number; max: number } {
  const sorted = [...numbers].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return { min: sorted[0] ?? 0, median, max: sorted.at(-1) ?? 0 };
}

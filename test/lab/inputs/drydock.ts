import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { basename, join } from 'node:path';
import type { Analysis } from '../../../model/analysis.js';
import type { CheckResult } from '../../../model/check.js';
import type { Plan } from '../../../model/plan.js';
import { printJunit } from '../../../report/junit/junit.js';
import type { VerifyLevel } from '../../../verifier/verify.js';
import { registry } from '../verifier/trial-run.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The built command line; `DRYDOCK_LAB_CLI` names another build than the checkout's own. */
const cli = process.env.DRYDOCK_LAB_CLI ?? join(root, 'dist/bundle/main.js');

export interface CliAnswer {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `drydock` as people do, in a process of its own; one that takes longer than `timeoutMs` is ended. */
export async function runDrydock(words: readonly string[], timeoutMs = 120_000): Promise<CliAnswer> {
  if (!existsSync(cli)) throw new Error(`${cli} is missing: run npm run build first`);
  const child = spawn(process.execPath, [cli, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LANG: 'C.UTF-8' },
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  // SIGTERM is answered as Ctrl-C is: what a trial started is cleaned up before the process ends.
  const timer = setTimeout(() => child.kill('SIGTERM'), timeoutMs);
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code ?? -1);
    });
  });
  clearTimeout(timer);
  return {
    exitCode,
    stdout: Buffer.concat(stdout).toString('utf8'),
    stderr: Buffer.concat(stderr).toString('utf8'),
  };
}

/** What `drydock migrate --format json` prints. */
export interface Migration extends CliAnswer {
  readonly analysis: Analysis;
  readonly plan: Plan;
  readonly checks: readonly CheckResult[];
}

/** `drydock migrate PATHS -o DIRECTORY` with the lab's registry and mirror; `options` are further words. */
export async function runMigrate(
  paths: readonly string[],
  directory: string,
  options: readonly string[] = [],
): Promise<Migration> {
  const places = ['--registry', registry, '--image-mirror', registry];
  const answer = await runDrydock([
    'migrate',
    ...paths,
    ...['-o', directory, ...places, '--format', 'json', ...options],
  ]);
  return { ...answer, ...(parse(answer) as Omit<Migration, keyof CliAnswer>) };
}

export interface Verification extends CliAnswer {
  readonly results: readonly CheckResult[];
}

/** `drydock verify DIRECTORY --level LEVEL`; the verdicts are written to `reports/lab/NAME-LEVEL.xml` as JUnit, too. */
export async function runVerify(
  directory: string,
  level: VerifyLevel,
  options: readonly string[] = [],
): Promise<Verification> {
  const words = ['verify', directory, '--level', level, '--format', 'json', ...options];
  const answer = await runDrydock(words, 900_000);
  const { results } = parse(answer) as Pick<Verification, 'results'>;
  const reports = join(root, 'reports/lab');
  await mkdir(reports, { recursive: true });
  const file = join(reports, `${basename(directory)}-${level}.xml`);
  await writeFile(file, printJunit(results, { language: 'en' }));
  return { ...answer, results };
}

function parse(answer: CliAnswer): unknown {
  try {
    return JSON.parse(answer.stdout);
  } catch {
    throw new Error(`exit ${answer.exitCode}: ${answer.stderr}\n${answer.stdout.slice(0, 2000)}`);
  }
}

/** What verdicts say against a tree, one line each: the expectation of a good run is `[]`. */
export function faultsOf(results: readonly CheckResult[]): string[] {
  return results.flatMap(({ check, target, status, reason, details }) => [
    ...(status === 'failed' || status === 'errored' ? [`${check} ${target}: ${reason?.en ?? status}`] : []),
    ...details.map(
      ({ severity, rule, file, line, message }) => `${severity} ${rule} ${file}:${line ?? 0} ${message.en}`,
    ),
  ]);
}

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Analysis } from '../../model/analysis.js';
import { copySample, migrateWords, samples, type Copy } from './run-sample.js';

/** What a process elsewhere says: see foreign-process.mjs. */
interface Elsewhere {
  readonly listing: readonly string[];
  readonly runs: readonly { readonly code: number; readonly out: string }[];
  readonly errors: string;
}

const copies = new Map<string, { readonly here: Copy; readonly there: Copy }>();
let root: string;
let elsewhere: Elsewhere;

beforeAll(async () => {
  for (const sample of samples) copies.set(sample, { here: copySample(sample), there: copySample(sample) });
  root = mkdtempSync(join(tmpdir(), 'drydock-elsewhere-'));
  elsewhere = await migrateElsewhere([...copies.values()].map(({ there }) => there));
}, 120_000);
afterAll(() => {
  for (const { here, there } of copies.values()) for (const copy of [here, there]) copy.remove();
  rmSync(root, { recursive: true });
});

test('the other process lists directories from Z to A', () => {
  expect(elsewhere.listing).toEqual(['别处', 'b', 'a']);
});

describe.each(samples)('%s', (sample) => {
  test('migrated twice, and from elsewhere, in another order, locale and time zone, is the same', async () => {
    const { here, there } = copies.get(sample) ?? {};
    if (!here || !there) throw new Error(`no copy of ${sample}`);
    const first = await here.migrate();
    const tree = here.readOutput();
    const run = elsewhere.runs[samples.indexOf(sample)];
    expect(run).toMatchObject({ code: 0 });
    expect(there.readOutput()).toEqual(tree);
    const { analysis } = JSON.parse(run?.out ?? '') as { analysis: Analysis };
    expect(withoutPath(analysis)).toEqual(withoutPath(first));
    expect(await here.migrate()).toEqual(first);
    expect(here.readOutput()).toEqual(tree);
  }, 60_000);
});

/** One process for all, from a directory of its own, with relative paths. */
async function migrateElsewhere(targets: readonly Copy[]): Promise<Elsewhere> {
  const cwd = join(root, '别处');
  for (const name of ['a', 'b', '别处']) mkdirSync(join(root, name));
  const words = targets.map(({ input, output }) => [
    ...migrateWords(relative(cwd, input), relative(cwd, output)),
    '--format',
    'json',
  ]);
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    LC_ALL: 'tr_TR.UTF-8',
    LANG: 'zh_CN.UTF-8',
    TZ: 'Pacific/Kiritimati',
  };
  const script = new URL('foreign-process.mjs', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(words)], {
    cwd,
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Elsewhere;
}

/** The path is as the user gave it; all else must not know where it was. */
function withoutPath(analysis: Analysis): unknown {
  return { ...analysis, applications: analysis.applications.map(({ path: _path, ...rest }) => rest) };
}

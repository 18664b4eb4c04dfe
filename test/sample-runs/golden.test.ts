import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { updateRefused, updatesGolden } from '../update-golden.js';
import { printAnalysis } from './print-analysis.js';
import { copySample, readTree, samples, type Copy, type Tree } from './run-sample.js';

const goldenDirectory = new URL('../golden/', import.meta.url).pathname;
/** What a run may rewrite. The truth beside it is written by hand and stays. */
const recorded = ['analysis', 'tree'];

let copy: Copy | undefined;
afterEach(() => {
  copy?.remove();
  copy = undefined;
});

test('golden files are not rewritten in CI', () => {
  expect(updateRefused).toBe(false);
});

describe.each(samples)('%s', (sample) => {
  test('gives what test/golden has, no file less and none more', async () => {
    copy = copySample(sample);
    const analysis = printAnalysis(await copy.migrate());
    const output = copy.readOutput();
    const tree = Object.fromEntries(Object.entries(output).filter(([path]) => !path.startsWith('.drydock/')));
    const actual: Tree = { ...under('analysis', analysis), ...under('tree', tree) };
    // The tool's own notes are told by the tree: they need no golden file.
    expect(output['.drydock/plan.yaml']).toBe(tree['drydock.yaml']);
    const { files } = JSON.parse(output['.drydock/lock.json'] ?? '{}') as { files?: { path: string }[] };
    expect(files?.map(({ path }) => path)).toEqual(Object.keys(tree));
    const directory = join(goldenDirectory, sample);
    if (updatesGolden) rewrite(directory, actual);
    const golden = Object.entries(readTree(directory)).filter(([path]) => recorded.includes(topOf(path)));
    expect(actual).toEqual(Object.fromEntries(golden));
  }, 60_000);
});

function under(directory: string, tree: Tree): Tree {
  return Object.fromEntries(Object.entries(tree).map(([path, text]) => [`${directory}/${path}`, text]));
}

function topOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function rewrite(directory: string, tree: Tree): void {
  for (const name of recorded) rmSync(join(directory, name), { recursive: true, force: true });
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}

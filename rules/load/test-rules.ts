import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Problem } from '../../model/problem.js';
import { sortBy } from '../../model/order.js';
import { createMemoryProject } from '../../workspace/memory-project.js';
import type { Project } from '../../workspace/project.js';
import { parseYaml11 } from '../engine/parse-rule.js';
import { runTestFile, type TestVerdict } from '../testing/run-test-file.js';
import { readTestFile } from '../testing/test-file.js';
import { loadRules } from './load-rules.js';

export interface TestRun {
  /** By file and in file order. */
  readonly verdicts: readonly TestVerdict[];
  readonly problems: readonly Problem[];
}

/** Runs every `*.test.yaml` at or below a path against the rules and data it names. */
export function testRules(path: string): TestRun {
  const verdicts: TestVerdict[] = [];
  const problems: Problem[] = [];
  for (const file of listTests(resolve(path))) {
    const test = readTestFile(readYaml(file), readYaml(join(dirname(file), 'testing-config.yaml')));
    if (test.tests.length === 0) continue;
    const rulesFile = join(dirname(file), test.rulesPath ?? basename(file).replace('.test.', '.'));
    const loaded = loadRules([rulesFile]);
    problems.push(...loaded.problems);
    const data = test.dataPath === undefined ? undefined : join(dirname(file), test.dataPath);
    const openData = (below: string | undefined): Project =>
      data === undefined ? createMemoryProject({}) : openDirectory(join(data, below ?? ''));
    const rules = loaded.ruleSets.flatMap((set) => set.rules);
    verdicts.push(
      ...runTestFile({ file: relative(resolve(path), file) || basename(file), test, rules, openData }),
    );
  }
  return { verdicts, problems };
}

function listTests(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  return sortBy(readdirSync(path, { withFileTypes: true }), (entry) => [entry.name]).flatMap((entry) => {
    const child = join(path, entry.name);
    if (entry.isDirectory()) return listTests(child);
    return /\.test\.ya?ml$/.test(entry.name) ? [child] : [];
  });
}

function readYaml(file: string): unknown {
  if (!existsSync(file)) return undefined;
  const [document] = parseYaml11(readFileSync(file, 'utf8')).documents;
  return document?.errors.length === 0 ? document.toJS() : undefined;
}

/** Test data is small: it is read whole. */
function openDirectory(path: string): Project {
  const files: Record<string, Uint8Array> = {};
  const read = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const child = join(directory, entry.name);
      if (entry.isDirectory()) read(child);
      else if (entry.isFile()) files[relative(path, child).replaceAll('\\', '/')] = readFileSync(child);
    }
  };
  if (existsSync(path)) read(path);
  return createMemoryProject(files);
}

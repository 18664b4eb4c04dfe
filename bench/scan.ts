import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateTree } from './generate-tree.js';
import { summarize, timeRun } from './measure.js';
import type { Contender } from './measure.js';

/*
 * Drydock's scan against `ast-grep scan` with one Java rule, on the same tree of a million lines, in turns, as a ratio:
 * below 1 Drydock is faster. Environment: DRYDOCK_BENCH_DIR (where the tree is kept), DRYDOCK_BENCH_LINES,
 * DRYDOCK_BENCH_RUNS.
 */
const lines = Number(process.env.DRYDOCK_BENCH_LINES ?? 1_000_000);
const runs = Number(process.env.DRYDOCK_BENCH_RUNS ?? 5);
const home = process.env.DRYDOCK_BENCH_DIR ?? join(tmpdir(), `drydock-bench-${lines}`);
const tree = join(home, 'tree');
mkdirSync(tree, { recursive: true });
const size = generateTree(tree, lines);
process.stdout.write(`${size.files} Java files, ${size.lines} lines in ${tree}\n`);

const rule = join(home, 'rule.yml');
writeFileSync(
  rule,
  'id: session\nlanguage: java\nseverity: warning\nmessage: session\nrule:\n  pattern: $S.setAttribute($$$ARGUMENTS)\n',
);
const here = dirname(fileURLToPath(import.meta.url));
const astGrep: Contender = {
  name: 'ast-grep scan',
  command: findAstGrep(),
  arguments: ['scan', '--rule', rule, '--json=stream', tree],
};
const project = process.env.npm_config_local_prefix ?? process.cwd();
const commandLine = join(project, 'dist/bundle/main.js');
const contenders: Contender[] = [
  { name: 'prepareSources', command: process.execPath, arguments: [join(here, 'prepare.js'), tree] },
];
if (existsSync(commandLine)) {
  const parameters = [commandLine, 'analyze', tree, '--format', 'json'];
  contenders.push({ name: 'drydock analyze', command: process.execPath, arguments: parameters });
}

const ratios = new Map(contenders.map(({ name }) => [name, [] as number[]]));
const times: number[] = [];
for (let run = 0; run < runs; run++) {
  for (const contender of contenders) {
    const theirs = timeRun(astGrep);
    const ours = timeRun(contender);
    if (theirs.output === '' || ours.output === '')
      throw new Error('nothing was found, so nothing was measured');
    times.push(theirs.milliseconds);
    ratios.get(contender.name)?.push(ours.milliseconds / theirs.milliseconds);
    process.stdout.write(
      `run ${run + 1}: ${contender.name} ${ours.milliseconds.toFixed(0)} ms, ast-grep ${theirs.milliseconds.toFixed(0)} ms\n`,
    );
  }
}
process.stdout.write(`ast-grep scan: median ${summarize(times).median.toFixed(0)} ms\n`);
for (const [name, values] of ratios) {
  const { min, median, max } = summarize(values);
  process.stdout.write(
    `${name} / ast-grep: ${median.toFixed(2)} (min ${min.toFixed(2)}, max ${max.toFixed(2)})\n`,
  );
}

/** The platform package has the program itself, also where install scripts are blocked. */
function findAstGrep(): string {
  const require = createRequire(import.meta.url);
  const platform = `${process.platform}-${process.arch}${{ linux: '-gnu', win32: '-msvc' }[process.platform as string] ?? ''}`;
  return require.resolve(`@ast-grep/cli-${platform}/ast-grep${process.platform === 'win32' ? '.exe' : ''}`);
}

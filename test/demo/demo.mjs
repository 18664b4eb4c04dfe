// The main job on samples/, from a fresh clone with nothing but Node.js.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const run = (command, args) => spawnSync(command, args, { stdio: 'inherit', shell: false }).status ?? 3;
const drydock = (...args) => run(process.execPath, ['dist/bundle/main.js', ...args]);
const step = (text) => console.log(`\n== ${text}`);
const must = (code, what) => {
  if (code === 0) return;
  console.error(`\n${what} failed (exit code ${code})`);
  process.exit(code);
};

if (!existsSync('node_modules')) {
  step('npm ci');
  must(run('npm', ['ci', '--ignore-scripts']), 'npm ci');
}
step('build');
must(run('npm', ['run', '--silent', 'build']), 'the build');

const samples = readdirSync('samples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `samples/${name}`);
step(`migrate ${samples.join(' ')}`);
must(drydock('migrate', ...samples, '-o', 'out/demo', '--with-dependencies'), 'migrate');

step('what is available here');
const available = drydock('doctor') === 0;
if (available) {
  const registry = process.env.DRYDOCK_DEMO_REGISTRY;
  const level = registry === undefined ? 'build' : 'deploy';
  step(`verify --level ${level}`);
  const asked = registry === undefined ? [] : ['--registry', registry];
  must(drydock('verify', 'out/demo', '--level', level, ...asked), `verify --level ${level}`);
  if (registry === undefined)
    console.log('\nNot deployed: DRYDOCK_DEMO_REGISTRY=HOST names a registry to push to.');
} else {
  console.log('\nNot built and not deployed: that needs Docker and a cluster (see above).');
}
console.log('\nResults: out/demo. Start with out/demo/MIGRATION.md; the plan is out/demo/drydock.yaml.');

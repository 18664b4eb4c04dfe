// The main job on samples/, from a fresh clone with nothing but Node.js. With a Docker engine (and a cluster and a
// registry) it goes on to build (and deploy) those samples that have all they need.
//   DRYDOCK_DEMO_REGISTRY  a registry that both the engine and the cluster reach: needed to deploy
//   DRYDOCK_DEMO_MIRROR    where base images are pulled from instead of docker.io
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';

const { DRYDOCK_DEMO_REGISTRY: registry, DRYDOCK_DEMO_MIRROR: mirror } = process.env;
const incomplete = {
  'ant-servlet': 'its vendor jars and its Oracle database are not in the sample',
  'php5-portal':
    'it needs PHP 5.6, which has been without fixes since 2018; MIGRATION.md says what a person decides',
};

const run = (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status ?? 3;
const drydock = (...args) => run(process.execPath, ['dist/bundle/main.js', ...args]);
const step = (text) => console.log(`\n== ${text}`);
const must = (code, what) => {
  if (code === 0) return;
  console.error(`\n${what} failed (exit code ${code})`);
  process.exit(code);
};

async function reaches(host) {
  const protocols = /^(localhost|127\.)/.test(host) ? ['http', 'https'] : ['https', 'http'];
  for (const protocol of protocols) {
    try {
      await fetch(`${protocol}://${host}/v2/`, { signal: AbortSignal.timeout(5000) });
      return true;
    } catch {
      // The other protocol may answer.
    }
  }
  return false;
}

/** How far this machine lets us go, and why no further. */
async function reach() {
  step('what is available here');
  drydock('doctor', ...(registry === undefined ? [] : ['--registry', registry]));
  const { stdout } = spawnSync(process.execPath, ['dist/bundle/main.js', 'doctor', '--format', 'json'], {
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout);
  const passed = (id) => diagnostics.some((one) => one.id === id && one.status === 'available');
  if (!passed('docker')) return { why: 'not built and not deployed: no Docker engine answers' };
  const images = mirror ?? 'registry-1.docker.io';
  if (!(await reaches(images.split('/')[0])))
    return {
      why: `not built and not deployed: ${images} can't be reached for base images (DRYDOCK_DEMO_MIRROR names another place)`,
    };
  if (!passed('cluster')) return { level: 'build', why: 'not deployed: no cluster answers' };
  if (registry === undefined)
    return { level: 'build', why: 'not deployed: DRYDOCK_DEMO_REGISTRY names no registry to push to' };
  return { level: 'deploy' };
}

if (!existsSync('node_modules')) {
  step('npm ci');
  must(run('npm', ['ci', '--ignore-scripts']), 'npm ci');
}
step('build');
must(run('npm', ['run', '--silent', 'build']), 'the build');

const samples = readdirSync('samples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const paths = samples.map((name) => `samples/${name}`);
step(`migrate ${paths.join(' ')}`);
must(drydock('migrate', ...paths, '-o', 'out/demo', '--with-dependencies'), 'migrate');

const { level, why } = await reach();
const done = [`analysed, planned, generated and checked offline: ${samples.join(', ')} (out/demo)`];
const notDone = why === undefined ? [] : [why];
for (const name of level === undefined ? [] : samples) {
  if (incomplete[name] !== undefined) {
    notDone.push(`${name} not built: ${incomplete[name]}`);
    continue;
  }
  const directory = `out/demo-${level}/${name}`;
  step(`migrate samples/${name} --level ${level}`);
  rmSync(directory, { recursive: true, force: true });
  const hosts = [
    ...(registry === undefined ? [] : ['--registry', registry]),
    ...(mirror === undefined ? [] : ['--image-mirror', mirror]),
  ];
  const options = ['-o', directory, '--with-dependencies', '--level', level, ...hosts, '--quiet'];
  must(drydock('migrate', `samples/${name}`, ...options), `${name}: migrate --level ${level}`);
  done.push(
    `${name}: ${level === 'deploy' ? 'built, deployed to a trial namespace, tested, removed again' : 'built'} (${directory})`,
  );
}
step('summary');
for (const line of done) console.log(` ✓ ${line}`);
for (const line of notDone) console.log(` – ${line}`);
console.log('\nStart with out/demo/MIGRATION.md; the plan is out/demo/drydock.yaml.');

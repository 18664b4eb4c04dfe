import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkBuild } from '../../../verifier/build/check-build.js';
import { connectDocker } from '../../../verifier/host/docker/connect-docker.js';
import type { DockerEngine } from '../../../verifier/host/docker/connect-docker.js';
import { removeImages } from '../../../verifier/host/docker/push-image.js';
import type { CheckResult } from '../../../model/check.js';
import { verify } from '../../../verifier/verify.js';
import { component, planOf } from './plan.js';
import { busybox, deployment, registry } from './trial-run.js';
import { zipBytes } from '../../zip-bytes.js';

const secret = 'Zk9-pQ7-hunter2-lab';
/** The application, and in `out` what would be generated for it. */
const files: Readonly<Record<string, string>> = {
  'app/index.html': '<h1>hello from a built image</h1>\n',
  'app/.dockerignore': 'index.html\n',
  'app/secret.properties': `db.password=${secret}\n`,
  'app/run.sh': '#!/bin/sh\nexec httpd -f -p 8080 -h /www\n',
  'app/node_modules/x/big.js': 'x'.repeat(1000),
  'out/good/Dockerfile': `FROM ${busybox}\nCOPY . /www/\nUSER 10001:10001\nCMD ["httpd", "-f", "-p", "8080", "-h", "/www"]\n`,
  'out/good/Dockerfile.dockerignore': 'secret.properties\n**/node_modules\n*.war\n',
  'out/stages/Dockerfile': `FROM ${busybox} AS web\nUSER 10001\nFROM ${busybox} AS app\nCOPY index.html /\nUSER 10002\n`,
  'out/stages/Dockerfile.dockerignore': 'secret.properties\n',
  'out/leaky/Dockerfile': `FROM ${busybox}\nCOPY . /app/\nRUN rm /app/secret.properties\nENV API_TOKEN=abcdef0123456789\n`,
  'out/leaky/Dockerfile.dockerignore': '',
  'out/broken/Dockerfile': `FROM ${busybox}\nUSER 10001\n# the next line fails\nRUN echo "fatal: cannot reach ${secret}"; \\\n    exit 3\n`,
  'out/missing/Dockerfile': `FROM ${busybox}\nCOPY no-such-file /\nUSER 10001\n`,
  'out/nobase/Dockerfile': `FROM ${registry}/library/no-such-base:1.0\nUSER 10001\n`,
};

let root: string;
let docker: DockerEngine;
let results: CheckResult[];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'build-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  await chmod(join(root, 'app/run.sh'), 0o755);
  await symlink('index.html', join(root, 'app/start.html'));
  await writeFile(
    join(root, 'app/legacy.war'),
    zipBytes([{ name: 'WEB-INF/classes/db.properties', content: `url=x\npassword=${secret}\n` }]),
  );
  const engine = await connectDocker();
  if ('unavailable' in engine) throw new Error(engine.unavailable.en);
  docker = engine;
  const source = { context: '../app', path: '', form: 'source' } as const;
  const one = (name: string, ...targets: string[]) =>
    component({
      source,
      images: (targets.length > 0 ? targets : [undefined]).map((target) => ({
        name: `lab/${name}${target ?? ''}`,
        tag: '1.0',
        ...(target && { target }),
      })),
    });
  const built = await checkBuild({
    docker,
    plan: planOf({
      good: one('good'),
      leaky: one('leaky'),
      broken: one('broken'),
      missing: one('missing'),
      nobase: one('nobase'),
      stages: one('stages', 'web', 'app'),
      stock: component({ source }),
      nofile: one('nofile'),
    }),
    planDirectory: join(root, 'out'),
    directory: join(root, 'out'),
    logDirectory: join(root, 'logs'),
    knownSecrets: [{ key: 'db.password', value: secret }],
    progress: () => undefined,
  });
  results = built.results;
});

afterAll(async () => {
  await removeImages(
    docker,
    ['good', 'leaky', 'stagesweb', 'stagesapp'].map((name) => `drydock-trial/lab/${name}:1.0`),
  );
  await rm(root, { recursive: true, force: true });
});

function resultOf(name: string): CheckResult {
  const found = results.find(({ target }) => target === name || target === `lab/${name}:1.0`);
  if (found === undefined) throw new Error(`no result for ${name}`);
  return found;
}

const said = (name: string) =>
  resultOf(name).details.map(
    ({ rule, severity, line, message }) => `${severity} ${rule} ${line ?? 0} ${message.en}`,
  );

describe('build', () => {
  test('a good image passes with its size, user and base', () => {
    expect(resultOf('good')).toMatchObject({
      status: 'passed',
      details: [],
      facts: { user: '10001:10001', base: expect.stringContaining('@sha256:') },
    });
    expect(Number(resultOf('good').facts?.imageBytes)).toBeGreaterThan(100_000);
  });

  test('the context is what Dockerfile.dockerignore leaves, not what .dockerignore would', async () => {
    const history: unknown = await docker.docker.getImage('drydock-trial/lab/good:1.0').history();
    const steps = (history as { CreatedBy: string }[]).map(({ CreatedBy }) => CreatedBy);
    expect(steps.filter((step) => step.includes('/www/') && step.includes('COPY'))).toHaveLength(1);
    const container = await docker.docker.createContainer({
      Image: 'drydock-trial/lab/good:1.0',
      Cmd: ['sh', '-c', 'ls -A /www; test -x /www/run.sh && readlink /www/start.html'],
      Tty: true,
    });
    try {
      const stream = await container.attach({ stream: true, stdout: true });
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      await container.start();
      await container.wait();
      const listed = Buffer.concat(chunks).toString().split(/\s+/).filter(Boolean);
      expect(listed.sort()).toEqual(['index.html', 'index.html', 'run.sh', 'start.html']);
    } finally {
      await container.remove({ force: true });
    }
  });

  test('each stage that the plan names is an image', () => {
    expect(resultOf('stagesweb').facts?.user).toBe('10001');
    expect(resultOf('stagesapp').facts?.user).toBe('10002');
  });

  test('secrets are found in deleted files, inside archives and in the environment; root is, too', () => {
    expect(resultOf('leaky').status).toBe('failed');
    expect(said('leaky')).toEqual(
      expect.arrayContaining([
        'error build/non-root 0 the image runs as root: it sets no user',
        "error build/secret-in-config 0 the image's environment or history holds a secret (API_TOKEN)",
        'error build/secret-in-layer 0 /app/secret.properties:1 holds the value of db.password that stands in the source',
        'error build/secret-in-layer 0 /app/legacy.war!/WEB-INF/classes/db.properties:2 holds the value of db.password that stands in the source',
      ]),
    );
    expect(JSON.stringify(results)).not.toContain(secret);
  });

  test('a step that fails is named with its line and last words, masked', async () => {
    expect(resultOf('broken').status).toBe('failed');
    expect(said('broken')[0]).toMatch(
      /^error build\/failed 4 the build stops at "RUN echo .*: .*non-zero code: 3/,
    );
    expect(said('broken')[1]).toMatch(/last words: [^]*\nfatal: cannot reach \*\*\*$/);
    expect(await readFile(join(root, 'logs/build-lab-broken.log'), 'utf8')).toContain('fatal: cannot reach');
  });

  test('what is missing is said with what to do', () => {
    expect(resultOf('missing').details[0]?.line).toBe(2);
    expect(resultOf('missing').details[0]?.hint?.en).toContain('build context');
    expect(resultOf('nobase').details[0]?.hint?.en).toContain('--image-mirror');
    expect(resultOf('nofile')).toMatchObject({ status: 'errored' });
    expect(resultOf('stock')).toMatchObject({ status: 'skipped' });
  });
});

test('verify runs every level on a tree, from schema to a recovered deployment', async () => {
  const directory = join(root, 'full');
  const image = { name: 'lab/full', tag: '1.0' };
  const web = deployment({
    name: 'full',
    image: `${registry}/lab/full:1.0`,
    container: `          ports: [{ name: http, containerPort: 8080 }]
          resources: { requests: { cpu: 10m, memory: 16Mi }, limits: { memory: 32Mi } }
          readinessProbe: { httpGet: { path: /index.html, port: http }, periodSeconds: 1 }
          livenessProbe: { tcpSocket: { port: http } }\n`,
  }).replace(/ +command: .*\n/, '');
  const service =
    '---\napiVersion: v1\nkind: Service\nmetadata: { name: full }\nspec: { selector: { app: full }, ports: [{ name: http, port: 80, targetPort: http }] }\n';
  await mkdir(join(directory, 'full/kubernetes'), { recursive: true });
  await writeFile(join(directory, 'full/kubernetes/all.yaml'), web + service);
  for (const name of ['Dockerfile', 'Dockerfile.dockerignore'])
    await writeFile(join(directory, 'full', name), files[`out/good/${name}`] ?? '');
  const smokeTest = { path: '/', status: 200, contains: 'hello from a built image' };
  const plan = planOf(
    {
      full: component({
        source: { context: '../app', path: '', form: 'source' },
        images: [image],
        smokeTest,
      }),
    },
    { registry },
  );
  const all = await verify({
    level: 'deploy',
    directory,
    plan,
    logDirectory: join(root, 'logs'),
    knownSecrets: [{ key: 'db.password', value: secret }],
  });
  expect(all.flatMap(({ details }) => details.map(({ rule, message }) => `${rule}: ${message.en}`))).toEqual(
    [],
  );
  expect(all.map(({ check, status }) => `${check} ${status}`)).toEqual([
    'schema passed',
    'policy passed',
    'policy passed',
    'dry-run passed',
    'build passed',
    'deploy passed',
  ]);
  expect(all.at(-1)?.facts).toMatchObject({ status: 200, path: '/' });
});

test('verify stops after a level that failed, and says so', async () => {
  const directory = join(root, 'stop');
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'a.yaml'), deployment({ name: 'a', image: 'a:latest' }));
  const all = await verify({
    level: 'deploy',
    directory,
    plan: planOf({}),
    logDirectory: join(root, 'logs'),
  });
  expect(all.slice(-3).map(({ check, status, reason }) => `${check} ${status} ${reason?.en ?? ''}`)).toEqual([
    'dry-run skipped not run, since policy failed',
    'build skipped not run, since policy failed',
    'deploy skipped not run, since policy failed',
  ]);
});

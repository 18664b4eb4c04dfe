import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { extract } from 'tar-stream';
import type { Header } from 'tar-stream';
import { packContext, sentDockerfile } from './build-context.js';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'drydock-context-'));
  await mkdir(join(directory, 'app', 'src'), { recursive: true });
  await mkdir(join(directory, 'out'));
  await writeFile(join(directory, 'app', 'src', 'a.xml'), '<a/>');
  await writeFile(join(directory, 'app', 'left.log'), 'x');
  await writeFile(join(directory, 'out', 'Dockerfile'), 'FROM scratch\n');
  await writeFile(join(directory, 'out', 'Dockerfile.dockerignore'), '**/*.log\n');
});
afterAll(() => rm(directory, { recursive: true }));

async function entries(): Promise<Header[]> {
  const tar = await packContext({
    context: join(directory, 'app'),
    dockerfile: join(directory, 'out', 'Dockerfile'),
  });
  const found: Header[] = [];
  for await (const entry of tar.pipe(extract())) {
    found.push(entry.header);
    entry.resume();
  }
  return found;
}

test('sends the context without what is ignored, at one time that is not zero', async () => {
  const found = await entries();
  expect(found.map(({ name }) => name)).toEqual([sentDockerfile, '.dockerignore', 'src', 'src/a.xml']);
  // Maven's resources plugin copies no file of the time 0: it takes it for older than a file that is missing.
  expect(new Set(found.map(({ mtime }) => mtime.getTime()))).toEqual(
    new Set([Date.parse('2000-01-01T00:00:00Z')]),
  );
});

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where fetched applications are kept between runs: outside the checkout, none of them is ours to commit. */
export const inputDirectory = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
  'drydock',
  'inputs',
);

/** An archive from Maven Central, `group:artifact:version:packaging`; fetched once. Returns its path. */
export async function fetchInput(artifact: string): Promise<string> {
  const [, name, version, packaging] = artifact.split(':');
  const file = `${name}-${version}.${packaging}`;
  return fetchOnce(file, async (directory) => {
    await run(
      'mvn',
      ['-q', '-B', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${directory}`],
      {
        timeout: 300_000,
      },
    );
  });
}

/**
 * Fetches `name` into the cache unless it is there. `fetch` gets an empty directory and makes `name` in it; only what is
 * whole is moved to its place, so that a broken download is never taken for an input. Returns the path of `name`.
 */
export async function fetchOnce(name: string, fetch: (directory: string) => Promise<void>): Promise<string> {
  const path = join(inputDirectory, name);
  if (existsSync(path)) return path;
  await mkdir(inputDirectory, { recursive: true });
  const partial = await mkdtemp(join(inputDirectory, '.partial-'));
  try {
    await fetch(partial);
    await rename(join(partial, name), path);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return path;
}

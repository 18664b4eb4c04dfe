import { execFile } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fetchOnce } from './fetch-input.js';

const run = promisify(execFile);

/** The files of a Debian package, as `dpkg -x` lays them out; fetched once, not installed. Returns the directory. */
export async function fetchDebian(name: string): Promise<string> {
  return fetchOnce(`debian-${name}`, async (directory) => {
    await run('apt-get', ['download', name], { cwd: directory, timeout: 300_000 });
    const archive = (await readdir(directory)).find((file) => file.endsWith('.deb'));
    if (archive === undefined) throw new Error(`apt-get download ${name} wrote no package`);
    await run('dpkg', ['-x', join(directory, archive), join(directory, `debian-${name}`)]);
    await rm(join(directory, archive));
  });
}

import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';
import type { Pack } from 'tar-stream';
import { compareStrings } from '../../../model/order.js';
import { parseDockerignore } from '../../build/dockerignore.js';
import type { IgnoreMatcher } from '../../build/dockerignore.js';
import { errorCode } from '../../../model/system-error.js';

/** Where the Dockerfile lies in the context that is sent: a name that no application has. */
export const sentDockerfile = '.drydock-dockerfile';

/**
 * One time for every file. Not 1970's first second: build tools take that for "not there" (java.io.File.lastModified() answers 0 for
 * a missing file, and Maven's resources plugin then copies nothing).
 */
const sentTime = new Date('2000-01-01T00:00:00Z');

/**
 * A tar of the build context without what is ignored, in the same order on every run, with the Dockerfile (which lies
 * elsewhere) added. `Dockerfile.dockerignore` beside the Dockerfile counts before the context's `.dockerignore`, as
 * with BuildKit. Owners and times are left out, so that they can't spoil the build cache.
 */
export async function packContext(options: { context: string; dockerfile: string }): Promise<Readable> {
  const ignore = await readIgnore(options);
  const dockerfile = await readFile(options.dockerfile);
  const tar = pack();
  void fill(tar, { context: options.context, ignore, dockerfile }).catch((error: unknown) => {
    tar.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return tar as unknown as Readable;
}

async function readIgnore(options: { context: string; dockerfile: string }): Promise<IgnoreMatcher> {
  for (const path of [`${options.dockerfile}.dockerignore`, join(options.context, '.dockerignore')]) {
    try {
      return parseDockerignore(await readFile(path, 'utf8'));
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
    }
  }
  return parseDockerignore('');
}

async function fill(
  tar: Pack,
  from: { context: string; ignore: IgnoreMatcher; dockerfile: Buffer },
): Promise<void> {
  const header = { mode: 0o644, mtime: sentTime };
  tar.entry({ ...header, name: sentDockerfile }, from.dockerfile);
  // The engine applies this one: it takes out our own two files, so that `COPY . x` copies neither.
  tar.entry({ ...header, name: '.dockerignore' }, `${sentDockerfile}\n.dockerignore\n`);
  await addDirectory(tar, { ...from, relative: '' });
  tar.finalize();
}

async function addDirectory(
  tar: Pack,
  at: { context: string; ignore: IgnoreMatcher; relative: string },
): Promise<void> {
  const names = (await readdir(join(at.context, at.relative))).sort(compareStrings);
  for (const name of names) {
    const relative = at.relative === '' ? name : `${at.relative}/${name}`;
    const path = join(at.context, relative);
    const stats = await lstat(path);
    const header = { name: relative, mode: stats.mode & 0o7777, mtime: sentTime, uid: 0, gid: 0 };
    if (stats.isDirectory()) {
      if (at.ignore.prunes(relative)) continue;
      if (!at.ignore.excludes(relative)) tar.entry({ ...header, type: 'directory' });
      await addDirectory(tar, { ...at, relative });
    } else if (at.ignore.excludes(relative) || relative === '.dockerignore') {
      // What is ignored is left out already; the context's own .dockerignore would be applied a second time.
      continue;
    } else if (stats.isSymbolicLink()) {
      tar.entry({ ...header, type: 'symlink', linkname: await readlink(path) });
    } else if (stats.isFile()) {
      if (stats.size === 0) tar.entry({ ...header, type: 'file' }, '');
      else {
        // A file that grows while it is read must not break the archive.
        const entry = tar.entry({ ...header, size: stats.size, type: 'file' });
        await pipeline(createReadStream(path, { end: stats.size - 1 }), entry);
      }
    }
  }
}

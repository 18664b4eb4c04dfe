import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Artefact } from '../../model/artefact.js';
import { ConfigError } from '../../model/errors.js';
import { commitFiles, finishInterrupted } from './commit-files.js';
import { writeArtefacts } from './write-artefacts.js';
import type { WriteReport } from './write-artefacts.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'drydock-write-'));
});
afterEach(() => {
  chmodSync(directory, 0o755);
  rmSync(directory, { recursive: true, force: true });
});

function artefact(path: string, content: string): Artefact {
  return { path, content, from: 'test' };
}

function write(files: Readonly<Record<string, string>>, merged: readonly string[] = []): WriteReport {
  const artefacts = Object.entries(files).map(([path, content]) => artefact(path, content));
  return writeArtefacts({ directory, artefacts, merged });
}

function read(path: string): string {
  return readFileSync(join(directory, path), 'utf8');
}

function edit(path: string, content: string): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), content);
}

/** Every file below the directory with its content. */
function everything(): Record<string, string> {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.filter((name) => statSync(join(directory, name)).isFile()).map((name) => [name, read(name)]),
  );
}

describe('what is written, and what is not', () => {
  test('new files with their directories and modes, and nothing left of the work', () => {
    const script = { ...artefact('a/b/run.sh', '#!/bin/sh\n'), mode: 0o755 };
    const report = writeArtefacts({ directory, artefacts: [script, artefact('x', '1')] });
    expect(report.written).toEqual(['a/b/run.sh', 'x']);
    expect(statSync(join(directory, 'a/b/run.sh')).mode & 0o777).toBe(0o755);
    expect(Object.keys(everything())).toEqual(['.drydock/lock.json', 'a/b/run.sh', 'x']);
  });

  test('a second run writes nothing and leaves the same bytes, in whatever order the files come', () => {
    write({ a: '1', 'b/c': '2' });
    const before = everything();
    const modified = statSync(join(directory, 'a')).mtimeMs;
    const report = write({ 'b/c': '2', a: '1' });
    expect(report).toEqual({ written: [], unchanged: ['a', 'b/c'], kept: [], removed: [], abandoned: [] });
    expect(everything()).toEqual(before);
    expect(statSync(join(directory, 'a')).mtimeMs).toBe(modified);
  });

  test('a changed file that nobody touched is replaced', () => {
    write({ a: '1' });
    expect(write({ a: '2' }).written).toEqual(['a']);
    expect(read('a')).toBe('2');
  });

  test('an edit is kept and reported, again and again, until it is given up', () => {
    write({ a: '1' });
    edit('a', 'mine');
    for (const content of ['2', '3']) {
      expect(write({ a: content }).kept).toEqual([{ path: 'a', reason: 'edited' }]);
      expect(read('a')).toBe('mine');
    }
    rmSync(join(directory, 'a'));
    expect(write({ a: '3' }).written).toEqual(['a']);
  });

  test('an edit that is the new content is no edit', () => {
    write({ a: '1' });
    edit('a', '2');
    expect(write({ a: '2' }).unchanged).toEqual(['a']);
    expect(write({ a: '3' }).written).toEqual(['a']);
  });

  test('a file of someone else is kept', () => {
    edit('a', 'theirs');
    expect(write({ a: '1' }).kept).toEqual([{ path: 'a', reason: 'not-ours' }]);
    expect(write({ a: '1' }).kept).toEqual([{ path: 'a', reason: 'not-ours' }]);
  });

  test('a file whose edits are merged is written over', () => {
    write({ 'drydock.yaml': 'a' });
    edit('drydock.yaml', 'b');
    expect(write({ 'drydock.yaml': 'a+b' }, ['drydock.yaml']).written).toEqual(['drydock.yaml']);
  });

  test('what is generated no longer goes, with its empty directories; an edited one stays', () => {
    write({ 'a/b/c': '1', 'a/d': '2', keep: '3' });
    edit('a/d', 'mine');
    const report = write({ keep: '3' });
    expect(report.removed).toEqual(['a/b/c']);
    expect(report.abandoned).toEqual(['a/d']);
    expect(Object.keys(everything())).toEqual(['.drydock/lock.json', 'a/d', 'keep']);
    expect(existsSync(join(directory, 'a/b'))).toBe(false);
    expect(write({ keep: '3' }).abandoned).toEqual([]);
  });
});

describe('it stays inside its directory', () => {
  test.each(['../x', '/x', 'a/../../x', 'a//b', 'C:/x', 'a\\b', '', '.drydock/lock.json'])(
    '%s is refused',
    (path) => {
      expect(() => write({ fine: '1', [path]: 'x' })).toThrow(/must not write/);
      expect(everything()).toEqual({});
    },
  );

  test('a link is not written through, be it the file or a directory above it', () => {
    const outside = mkdtempSync(join(tmpdir(), 'drydock-outside-'));
    writeFileSync(join(outside, 'f'), 'theirs');
    symlinkSync(outside, join(directory, 'linked'));
    symlinkSync(join(outside, 'f'), join(directory, 'file'));
    const report = write({ 'linked/f': 'x', 'linked/new': 'x', file: 'x', ok: '1' });
    expect(report.written).toEqual(['ok']);
    expect(report.kept.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      'file obstacle',
      'linked/f obstacle',
      'linked/new obstacle',
    ]);
    expect(readFileSync(join(outside, 'f'), 'utf8')).toBe('theirs');
    expect(readdirSync(outside)).toEqual(['f']);
    rmSync(outside, { recursive: true });
  });

  test('a directory where a file must be is an obstacle', () => {
    mkdirSync(join(directory, 'a'));
    expect(write({ a: '1' }).kept).toEqual([{ path: 'a', reason: 'obstacle' }]);
  });

  test('a removed file is not looked for outside', () => {
    write({ a: '1' });
    const lock = read('.drydock/lock.json').replace('"a"', '"../a"');
    edit('.drydock/lock.json', lock);
    expect(write({ b: '1' }).removed).toEqual([]);
  });
});

test('two owners of one path are an error that names both', () => {
  const artefacts = [artefact('a/x', '1'), { ...artefact('A/x', '2'), from: 'other' }];
  expect(() => writeArtefacts({ directory, artefacts })).toThrow('A/x has two owners: test and other');
  expect(everything()).toEqual({});
});

test('a broken lock is an error, and nothing is written', () => {
  write({ a: '1' });
  edit('.drydock/lock.json', '{');
  expect(() => write({ a: '2' })).toThrow(ConfigError);
  expect(read('a')).toBe('1');
});

describe('all or nothing', () => {
  test('a failure in the middle moves everything back', () => {
    write({ a: '1', gone: 'g' });
    const before = everything();
    // A directory that appears after the decision was made: renaming over it fails.
    mkdirSync(join(directory, 'z'));
    const changes = [
      { path: 'a', content: '2' },
      { path: 'new/b', content: 'n' },
      { path: 'gone' },
      { path: 'z', content: 'z' },
    ];
    expect(() => {
      commitFiles(directory, changes);
    }).toThrow(/z is in the way/);
    expect(everything()).toEqual(before);
    expect(existsSync(join(directory, 'new'))).toBe(false);
  });

  test.each([0, 1, 2])('a crash after %d moves is finished by the next run', (moves) => {
    write({ a: '1', b: '1', c: '1' });
    // What a crashed run leaves: staged files, a journal, and some files already moved.
    const staged = ['a', 'b', 'c'];
    for (const path of staged.slice(moves)) edit(`.drydock/staging/${path}`, '2');
    for (const path of staged.slice(0, moves)) edit(path, '2');
    edit('.drydock/journal.json', JSON.stringify({ write: staged, remove: [] }));
    expect(finishInterrupted(directory)).toBe(true);
    expect([read('a'), read('b'), read('c')]).toEqual(['2', '2', '2']);
    expect(readdirSync(join(directory, '.drydock'))).toEqual(['lock.json']);
  });

  test('a crash before anything was moved leaves the old files', () => {
    write({ a: '1' });
    edit('.drydock/staging/a', '2');
    expect(write({ a: '1' }).unchanged).toEqual(['a']);
    edit('.drydock/journal.json', '{"write":["a"');
    expect(write({ a: '1' }).unchanged).toEqual(['a']);
  });

  test('a journal that someone tampered with moves nothing out', () => {
    write({ a: '1' });
    edit('.drydock/staging/a', 'x');
    edit('.drydock/journal.json', JSON.stringify({ write: ['../a'], remove: ['../../etc/passwd'] }));
    expect(finishInterrupted(directory)).toBe(true);
    expect(existsSync(join(directory, '..', 'a'))).toBe(false);
  });
});

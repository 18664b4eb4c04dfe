import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { makeDirectory } from './make-directory.js';

const root = mkdtempSync(join(tmpdir(), 'make-directory-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('makeDirectory', () => {
  test('makes what is missing, and leaves what is there', () => {
    const deep = join(root, 'a', 'b', 'c');
    makeDirectory(deep);
    makeDirectory(deep);
    expect(statSync(deep).isDirectory()).toBe(true);
  });

  test.each([
    ['itself', 'file', /EEXIST/],
    ['above it', 'file/below', /ENOTDIR|EEXIST/],
  ])('throws when a file is %s', (_where, path, error) => {
    writeFileSync(join(root, 'file'), '');
    expect(() => {
      makeDirectory(join(root, path));
    }).toThrow(error);
  });

  // The system refuses with ENOENT there, which Node's recursive mode takes for a missing parent for ever.
  (existsSync('/proc/self') ? test : test.skip)('throws where no directory can be made', () => {
    expect(() => {
      makeDirectory('/proc/drydock-test/out');
    }).toThrow(/ENOENT|EACCES|EPERM/);
  });
});

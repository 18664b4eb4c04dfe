import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ConfigError } from '../model/errors.js';
import { loadImageCatalog, loadTemplates } from './load.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'drydock-templates-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

function put(name: string, text: string): void {
  mkdirSync(dirname(join(directory, name)), { recursive: true });
  writeFileSync(join(directory, name), text);
}

function failure(act: () => unknown): ConfigError {
  try {
    act();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('nothing was wrong');
}

const head = { title: 'order', path: 'p', target: false, image: 'i', context: '.' };

test('a template of the user takes the place of ours, the others stay', () => {
  put('dockerfile/head.hbs', '# {{title}} by us\n');
  const templates = loadTemplates({ overrides: directory });
  expect(templates.render('dockerfile/head', head)).toBe('# order by us\n');
  expect(templates.render('dockerfile/labels', { title: 'a', version: '1', baseName: 'b' })).toContain(
    'title="a"',
  );
  expect(loadTemplates().render('dockerfile/head', head)).toContain('docker build -f p -t i .');
});

test('an override is used where others include it', () => {
  put('dockerfile/dockerignore.hbs', '{{> dockerfile/head}}');
  put('dockerfile/head.hbs', 'included {{title}}');
  expect(loadTemplates({ overrides: directory }).render('dockerfile/dockerignore', head)).toBe(
    'included order',
  );
});

test('an override of nothing is refused with the names there are', () => {
  put('dockerfile/haed.hbs', '');
  const error = failure(() => loadTemplates({ overrides: directory }));
  expect(error.message).toContain('dockerfile/haed');
  expect(error.hint).toContain('dockerfile/head');
});

test('one that does not compile is refused with its file and line', () => {
  put('dockerfile/head.hbs', 'fine\n{{#if x}}\n');
  const error = failure(() => loadTemplates({ overrides: directory }));
  expect([error.file, error.line]).toEqual([join(directory, 'dockerfile/head.hbs'), 3]);
});

test('a name that the data lacks is an error, not an empty string', () => {
  put('dockerfile/head.hbs', '{{titel}}');
  const templates = loadTemplates({ overrides: directory });
  expect(failure(() => templates.render('dockerfile/head', head)).message).toContain('titel');
});

test('what cannot be read is refused', () => {
  expect(failure(() => loadTemplates({ overrides: join(directory, 'nowhere') })).message).toContain('ENOENT');
  expect(failure(() => loadImageCatalog({ file: join(directory, 'nowhere') })).message).toContain('ENOENT');
});

test("a team's own catalogue takes the place of ours", () => {
  put(
    'c.yaml',
    "version: 1\nimages:\n  a:\n    repository: quay.io/a\n    releases: [{ version: '1', tag: '1.0' }]\n",
  );
  expect(Object.keys(loadImageCatalog({ file: join(directory, 'c.yaml') }).images)).toEqual(['a']);
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import iconv from 'iconv-lite';
import { zipBytes } from '../test/zip-bytes.js';
import { openProject } from './directory-project.js';
import type { Project } from './project.js';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'drydock-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, content: string | Uint8Array = ''): string {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
  return full;
}

const link = (target: string, path: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(target, join(root, path));
};
const open = (limits = {}): Project => openProject(root, { limits }).project;
const paths = (project: Project): readonly string[] => project.files.map(({ path }) => path);
const said = (project: Project): readonly string[] =>
  project.problems().map(({ code, file }) => `${code} ${file}`);

/** Runs as a user without rights: permission bits mean nothing to root, as whom tests often run. */
function asNobody<T>(run: () => T): T {
  if (process.getuid?.() !== 0) return run();
  process.seteuid?.(65534);
  try {
    return run();
  } finally {
    process.seteuid?.(0);
  }
}

describe('a directory', () => {
  test('is walked in one order, whatever the disk’s', () => {
    for (const path of ['b/z.txt', 'a.txt', 'b.txt', 'B/x', 'b/a/y', 'a/b']) write(path, path);
    const project = open();
    expect(paths(project)).toEqual(['B/x', 'a.txt', 'a/b', 'b.txt', 'b/a/y', 'b/z.txt']);
    expect(project.file('b/a/y')?.text()).toBe('b/a/y');
    expect(project.archive).toBe(false);
    expect(project.root).toBe(root);
  });

  test('knows empty directories, executables, origins; version control is not listed', () => {
    mkdirSync(join(root, 'empty/inner'), { recursive: true });
    chmodSync(write('run.sh', '#!/bin/sh'), 0o755);
    write('.git/objects/ab', 'x');
    write('package.json', '{}');
    write('node_modules/x/index.js', '');
    write('dist/a.js', '');
    write('lib/3rdParty/pdf.php', '');
    write('packages/composer/autoload_real.php', '');
    write('packages/acme/x.php', '');
    write('src/big.js', `/* l */\n${'x'.repeat(9000)}`);
    write('src/app.js', 'let a;\n'.repeat(2000));
    const project = open();
    expect(project.hasDirectory('empty/inner')).toBe(true);
    expect(project.hasDirectory('.git')).toBe(true);
    expect(project.file('run.sh')?.executable).toBe(true);
    expect(project.files.map(({ path, origin }) => `${origin} ${path}`)).toEqual([
      'generated dist/a.js',
      'vendored lib/3rdParty/pdf.php',
      'vendored node_modules/x/index.js',
      'own package.json',
      'vendored packages/acme/x.php',
      'vendored packages/composer/autoload_real.php',
      'own run.sh',
      'own src/app.js',
      'vendored src/big.js',
    ]);
  });

  test('may hold archives, which are unfolded, and single ones can be opened', () => {
    const war = write('shop.war', zipBytes([{ name: 'WEB-INF/web.xml', content: '<web-app/>' }]));
    write('pom.xml', '<project/>');
    write('target/shop.war', zipBytes([{ name: 'no', content: '' }]));
    expect(paths(open())).toEqual(['pom.xml', 'shop.war', 'shop.war!/WEB-INF/web.xml', 'target/shop.war']);
    const { project } = openProject(war);
    expect(project.archive).toBe(true);
    expect(paths(project)).toEqual(['shop.war', 'shop.war!/WEB-INF/web.xml']);
  });

  test('has names that are no UTF-8', () => {
    const name = Buffer.concat([Buffer.from(`${root}/`), iconv.encode('订单目录', 'gbk')]);
    mkdirSync(name);
    writeFileSync(Buffer.concat([name, Buffer.from('/a.txt')]), 'here');
    expect(open().file('订单目录/a.txt')?.text()).toBe('here');
  });
});

describe('links', () => {
  test('inside the tree are followed, and what they lead to is listed once, where it lies', () => {
    write('real/a.txt', 'a');
    link('real/a.txt', 'b.txt');
    link('../real', 'other/dir');
    const project = open();
    expect(paths(project)).toEqual(['real/a.txt']);
    expect(project.file('b.txt')?.text()).toBe('a');
    expect(project.file('other/dir/a.txt')).toBe(project.file('real/a.txt'));
    expect(project.hasDirectory('other/dir')).toBe(true);
    expect(project.realPath('other/dir/a.txt')).toBe('real/a.txt');
    expect(project.problems()).toEqual([]);
  });

  test('lead to a release’s files, through links in it', () => {
    write('releases/4/index.php', '4');
    write('releases/5/index.php', '5');
    write('shared/config/app.php', 'shared');
    link('releases/5', 'current');
    link('../../shared/config', 'releases/5/config');
    const project = open();
    expect(paths(project)).toEqual(['releases/4/index.php', 'releases/5/index.php', 'shared/config/app.php']);
    expect(project.file('current/config/app.php')?.path).toBe('shared/config/app.php');
    expect(project.file('current/none.php')).toBeUndefined();
    expect(project.find(['**/*.php']).map(({ path }) => path)).toEqual(paths(project));
  });

  test('make a glob match; a file that matches by its own path is given by that', () => {
    write('etc/nginx/sites-available/shop', 'server {}');
    write('etc/nginx/sites-available/old', 'server {}');
    write('etc/wordpress/htaccess', 'Deny from all');
    link('../sites-available/shop', 'etc/nginx/sites-enabled/shop');
    link('/etc/wordpress/htaccess', 'usr/share/wordpress/.htaccess');
    const found = (...globs: string[]): string[] =>
      open()
        .find(globs)
        .map(({ path }) => path);
    expect(found('**/sites-enabled/*')).toEqual(['etc/nginx/sites-enabled/shop']);
    expect(found('**/sites-enabled/*', '**/sites-available/*')).toEqual([
      'etc/nginx/sites-available/old',
      'etc/nginx/sites-available/shop',
    ]);
    expect(found('**/.htaccess')).toEqual(['usr/share/wordpress/.htaccess']);
    const project = open();
    const [view] = project.find(['**/.htaccess']);
    expect(view?.text()).toBe('Deny from all');
    expect(project.file('usr/share/wordpress/.htaccess')).toBe(view);
  });

  test('of packages to each other are no files of their own', () => {
    write('packages/a/package.json', '{}');
    write('node_modules/b/package.json', '{}');
    link('../packages/a', 'node_modules/a');
    link('../../../node_modules/b', 'packages/a/node_modules/b');
    const project = open();
    const every = project.find(['**/package.json'], { origins: ['own', 'vendored'] });
    expect(every.map(({ path, origin }) => `${origin} ${path}`)).toEqual([
      'vendored node_modules/b/package.json',
      'own packages/a/package.json',
    ]);
    expect(project.find(['**/node_modules/a/*'], { origins: ['vendored'] })).toEqual([]);
  });

  test('to archives lead to their members', () => {
    write('shop-1.2.war', zipBytes([{ name: 'WEB-INF/web.xml', content: '<web-app/>' }]));
    link('shop-1.2.war', 'shop.war');
    const project = open();
    expect(paths(project)).toEqual(['shop-1.2.war', 'shop-1.2.war!/WEB-INF/web.xml']);
    expect(project.file('shop.war!/WEB-INF/web.xml')?.path).toBe('shop-1.2.war!/WEB-INF/web.xml');
  });

  test('of an unpacked package are taken relative to its root', () => {
    write('var/lib/wordpress/wp-content/index.php', '<?php');
    link('/var/lib/wordpress/wp-content', 'usr/share/wordpress/wp-content');
    link(join(root, 'var/lib'), 'host');
    const project = open();
    expect(project.file('usr/share/wordpress/wp-content/index.php')?.text()).toBe('<?php');
    expect(project.file('host/wordpress/wp-content/index.php')?.text()).toBe('<?php');
    expect(project.problems()).toEqual([]);
  });

  test('that lead out, through whatever, are never followed', () => {
    write('a.txt', 'a');
    link('/etc/passwd', 'absolute');
    link('../../../../../../etc/passwd', 'relative');
    link('/etc', 'dir');
    link('dir/passwd', 'through');
    link('nowhere', 'dangling');
    const project = open();
    expect(paths(project)).toEqual(['a.txt']);
    expect(said(project)).toEqual(
      ['absolute', 'dangling', 'dir', 'relative', 'through'].map((file) => `link-outside ${file}`),
    );
  });

  test('that loop are problems', () => {
    write('a/b/c.txt', 'c');
    link('..', 'a/b/up');
    link('self', 'self');
    link('two', 'one');
    link('one', 'two');
    link('../y', 'x/y1');
    link('../x', 'y/x1');
    const project = open();
    expect(said(project)).toEqual(['link-loop a/b/up', 'link-loop one', 'link-loop self', 'link-loop two']);
    expect(paths(project)).toEqual(['a/b/c.txt']);
    expect(project.file('x/y1/x1/y1/z.txt')).toBeUndefined();
  });
});

describe('bad input', () => {
  test('missing and empty paths are problems', () => {
    expect(said(open())).toEqual([`directory-empty ${root}`]);
    expect(said(openProject(join(root, 'no')).project)).toEqual([`path-not-found ${join(root, 'no')}`]);
  });

  test('what the user may not read is a problem, the rest is read', () => {
    write('ok.txt', 'ok');
    write('closed/in.txt', 'x');
    write('secret.txt', 'x');
    chmodSync(root, 0o755);
    chmodSync(join(root, 'closed'), 0);
    chmodSync(join(root, 'secret.txt'), 0);
    const project = asNobody(() => {
      const opened = open();
      expect(opened.files.map((file) => [file.path, file.text()])).toEqual([
        ['ok.txt', 'ok'],
        ['secret.txt', undefined],
      ]);
      return opened;
    });
    expect(said(project)).toEqual(['directory-unreadable closed', 'file-unreadable secret.txt']);
    chmodSync(join(root, 'closed'), 0o755);
  });

  test('files that vanish or become links during the run are problems', () => {
    const gone = write('gone.txt', 'x');
    const swapped = write('swapped.txt', 'x');
    const project = open();
    unlinkSync(gone);
    unlinkSync(swapped);
    symlinkSync('/etc/passwd', swapped);
    expect(project.file('gone.txt')?.text()).toBeUndefined();
    expect(project.file('swapped.txt')?.text()).toBeUndefined();
    expect(said(project)).toEqual(['file-unreadable gone.txt', 'file-unreadable swapped.txt']);
  });

  test('a file of two gigabytes is listed and not read', () => {
    truncateSync(write('dump.sql'), 2 * 1024 ** 3);
    const project = open();
    expect(project.file('dump.sql')?.size).toBe(2 * 1024 ** 3);
    expect(project.file('dump.sql')?.text()).toBeUndefined();
    expect(project.file('dump.sql')?.bytes()).toBeUndefined();
    expect(said(project)).toEqual(['file-too-large dump.sql']);
  });

  test('pipes are not waited for', () => {
    write('a.txt', 'a');
    execFileSync('mkfifo', [join(root, 'pipe')]);
    expect(paths(open())).toEqual(['a.txt']);
  });

  test('limits on depth and number hold', () => {
    write('a/b/c/d.txt');
    expect(said(open({ directoryDepth: 2 }))).toEqual(['directory-too-deep a/b/c']);
    for (let i = 0; i < 5; i++) write(`f${i}/x`);
    expect(said(open({ files: 3 }))).toEqual(['too-many-files f2']);
  });

  test('an entity that names a file is not resolved', () => {
    const secret = write('secret.txt', 'geheim');
    write('a.xml', `<!DOCTYPE a [<!ENTITY x SYSTEM "file://${secret}">]><a>&x;</a>`);
    const project = open();
    expect(project.file('a.xml')?.xml()?.text).toBe('&x;');
    expect(said(project)).toEqual(['xml-entity a.xml']);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findApplications, nameOfPlace } from './applications.js';

const markers = { roots: ['pom.xml', 'index.php', 'zoo*.cfg', '*.war'], members: ['zoo*.cfg'] };
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'drydock-applications-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function place(...files: string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), '');
  }
}

function find(path = root): string[] {
  return findApplications(path, markers).map((found) => found.path.slice(root.length + 1));
}

describe('findApplications', () => {
  test('a directory with a root marker is one application, whatever lies below', () => {
    place('pom.xml', 'web/pom.xml', 'site/index.php');
    expect(find()).toEqual(['']);
  });

  test('several below a directory without marker are a portfolio, at any depth', () => {
    place('team/shop/pom.xml', 'site/index.php', 'notes.txt');
    expect(find()).toEqual(['site', 'team']);
  });

  test('exactly one below climbs up, and takes what lies beside it along', () => {
    place('code/shop/pom.xml', 'sql/schema.sql');
    expect(find()).toEqual(['']);
  });

  test('code beside a folder with the front page is one application with it', () => {
    place('forum/public/index.php', 'forum/application/index.php', 'shop/index.php');
    expect(find()).toEqual(['forum', 'shop']);
    // Two sites in folders of these names are two.
    place('sites/web/index.php', 'sites/intranet/index.php');
    expect(find()).toEqual(['forum', 'shop', 'sites/intranet', 'sites/web']);
  });

  test('an unpacked system package is one application, though its parts lie apart', () => {
    place('usr/share/forum/index.php', 'usr/share/doc/forum/copyright', 'etc/forum/index.php');
    expect(find()).toEqual(['']);
    // A whole machine holds what happens to be on it.
    place('home/admin/.profile');
    expect(find()).toEqual(['etc', 'usr']);
  });

  test('servers of one ensemble are one application', () => {
    place('zk1/zoo.cfg', 'zk2/zoo.cfg', 'zk3/zoo.cfg', 'README.md');
    expect(find()).toEqual(['']);
  });

  test('an ensemble beside an application is one of two', () => {
    place('zk/a/zoo.cfg', 'zk/b/zoo.cfg', 'shop/pom.xml');
    expect(find()).toEqual(['shop', 'zk']);
  });

  test('archives in a directory without marker are an application each', () => {
    place('a.war', 'b.jar');
    expect(findApplications(root, markers)).toEqual([
      { path: `${root}/a.war`, archive: true },
      { path: `${root}/b.jar`, archive: true },
    ]);
  });

  test('an archive is an application, named without its extension', () => {
    place('dir/shop-1.0.war');
    const [found] = findApplications(join(root, 'dir/shop-1.0.war'), markers);
    expect(found?.archive).toBe(true);
    expect(found && nameOfPlace(found)).toBe('shop-1.0');
  });

  test('a repository is one application', () => {
    place('.git/HEAD', 'a/pom.xml', 'b/pom.xml');
    expect(find()).toEqual(['']);
  });

  test('libraries, documents and dependencies are not searched', () => {
    place('lib/a.jar', 'lib/b.jar', 'node_modules/x/index.php', 'docs/index.php', 'docs2/a.txt');
    expect(find()).toEqual(['']);
  });

  test('nothing found, or nothing there, is the path itself', () => {
    expect(find()).toEqual(['']);
    expect(find(join(root, 'missing'))).toEqual(['missing']);
  });
});

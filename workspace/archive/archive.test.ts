import { describe, expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { zipBytes } from '../../test/zip-bytes.js';
import type { ZipMember } from '../../test/zip-bytes.js';
import { createMemoryProject } from '../memory-project.js';
import type { Limits } from '../limits.js';
import type { Project } from '../project.js';

const open = (members: readonly ZipMember[], limits: Partial<Limits> = {}): Project =>
  createMemoryProject({ 'app.war': zipBytes(members) }, { archive: true, limits });

const codes = (project: Project): readonly string[] => project.problems().map(({ code }) => code);
const paths = (project: Project): readonly string[] => project.files.map(({ path }) => path);

describe('a ZIP', () => {
  test('is unfolded: deflated and stored members, directories, modes', () => {
    const project = open([
      { name: 'WEB-INF/', content: '' },
      { name: 'WEB-INF/web.xml', content: '<web-app>订单</web-app>' },
      { name: './bin/run.sh', content: 'x', stored: true, mode: 0o755 },
    ]);
    expect(paths(project)).toEqual(['app.war', 'app.war!/WEB-INF/web.xml', 'app.war!/bin/run.sh']);
    expect(project.file('app.war!/WEB-INF/web.xml')?.xml()?.text).toBe('订单');
    expect(project.file('app.war!/bin/run.sh')).toMatchObject({
      executable: true,
      size: 1,
      archive: 'app.war',
    });
    expect(project.hasDirectory('app.war!/WEB-INF')).toBe(true);
    expect(project.problems()).toEqual([]);
  });

  test('may have a start script before it and GBK names in it', () => {
    const bytes = zipBytes([{ name: iconv.encode('订单.txt', 'gbk'), content: 'a' }], {
      prefix: Buffer.from('#!/bin/sh\nexit\n'),
    });
    const project = createMemoryProject({ 'app.jar': bytes });
    expect(project.file('app.jar!/订单.txt')?.text()).toBe('a');
  });

  test('keeps libraries closed until they are asked for', () => {
    const library = zipBytes([{ name: 'META-INF/MANIFEST.MF', content: 'Implementation-Version: 1' }]);
    const project = open([{ name: 'WEB-INF/lib/x.jar', content: library }]);
    expect(paths(project)).toEqual(['app.war', 'app.war!/WEB-INF/lib/x.jar']);
    const jar = project.file('app.war!/WEB-INF/lib/x.jar');
    if (!jar) throw new Error('the jar is missing');
    expect(jar.origin).toBe('vendored');
    const [manifest] = project.members(jar);
    expect(manifest).toMatchObject({
      path: 'app.war!/WEB-INF/lib/x.jar!/META-INF/MANIFEST.MF',
      archive: 'app.war!/WEB-INF/lib/x.jar',
      origin: 'vendored',
    });
    expect(project.file('app.war!/WEB-INF/lib/x.jar!/META-INF/MANIFEST.MF')).toBe(manifest);
  });

  test('is found by a member’s path alone', () => {
    const library = zipBytes([{ name: 'a.txt', content: 'deep' }]);
    const project = open([{ name: 'WEB-INF/lib/x.jar', content: library }]);
    expect(project.file('app.war!/WEB-INF/lib/x.jar!/a.txt')?.text()).toBe('deep');
    expect(project.file('app.war!/WEB-INF/lib/x.jar!/b.txt')).toBeUndefined();
    expect(project.file('app.war!/nothing.jar!/b.txt')).toBeUndefined();
  });

  test('nests: an EAR shows what its WARs hold', () => {
    const war = zipBytes([{ name: 'index.jsp', content: 'x' }]);
    const project = createMemoryProject({ 'a.ear': zipBytes([{ name: 'web.war', content: war }]) });
    expect(paths(project)).toEqual(['a.ear', 'a.ear!/web.war', 'a.ear!/web.war!/index.jsp']);
  });

  test('is unfolded as a delivery, not as a backup in a source tree', () => {
    const zip = zipBytes([{ name: 'a.php', content: '' }]);
    expect(paths(createMemoryProject({ 'shop.zip': zip, 'README.md': '' }))).toContain('shop.zip!/a.php');
    expect(paths(createMemoryProject({ 'backup.zip': zip, 'index.php': '' }))).not.toContain(
      'backup.zip!/a.php',
    );
  });
});

describe('a bad ZIP', () => {
  test.each(['../../etc/passwd', '/etc/passwd', 'a/../../b', 'C:/x', '..\\x', 'a\u0001b'])(
    'with the name %j loses that member',
    (name) => {
      const project = open([
        { name, content: 'x' },
        { name: 'ok.txt', content: 'x' },
      ]);
      expect(paths(project)).toEqual(['app.war', 'app.war!/ok.txt']);
      expect(codes(project)).toEqual(['archive-unsafe-name']);
    },
  );

  test('that was cut gives what is there, with and without descriptors', () => {
    const whole = zipBytes([
      { name: 'a.txt', content: 'first' },
      { name: 'b.txt', content: 'second '.repeat(10), descriptor: true },
      { name: 'c.txt', content: 'x'.repeat(5000), stored: true },
    ]);
    const project = createMemoryProject({ 'app.jar': whole.subarray(0, 600) });
    expect(project.file('app.jar!/a.txt')?.text()).toBe('first');
    expect(project.file('app.jar!/b.txt')?.text()).toBe('second '.repeat(10));
    expect(project.file('app.jar!/c.txt')).toBeUndefined();
    expect(project.problems()).toMatchObject([{ code: 'archive-truncated', file: 'app.jar' }]);
  });

  test('that is none is said so', () => {
    expect(codes(createMemoryProject({ 'a.war': 'hello', 'b.jar': '' }))).toEqual([
      'archive-invalid',
      'archive-invalid',
    ]);
  });

  test('with damaged, encrypted or strangely packed members refuses those', () => {
    const project = open([
      { name: 'a', content: 'x'.repeat(50), encrypted: true },
      { name: 'b', content: 'x'.repeat(50), method: 12 },
      { name: 'c', content: new Uint8Array([255, 255, 255, 255]), stored: true, method: 8 },
      { name: 'd', content: 'x'.repeat(50), claimedSize: 60 },
    ]);
    for (const file of project.files.slice(1)) expect(file.text()).toBeUndefined();
    expect(codes(project)).toEqual([
      'archive-encrypted',
      'archive-method',
      'archive-member-corrupt',
      'archive-member-corrupt',
    ]);
  });

  test('with names twice has the first', () => {
    const project = open([
      { name: 'a', content: 'one' },
      { name: 'a', content: 'two' },
    ]);
    expect(project.file('app.war!/a')?.text()).toBe('one');
    expect(codes(project)).toEqual(['archive-duplicate-name']);
  });
});

describe('a bomb', () => {
  const zeros = Buffer.alloc(40 * 1024 * 1024);

  test('is not unpacked: by ratio, and when it lies about its size', () => {
    const project = open([
      { name: 'honest', content: zeros },
      { name: 'liar', content: zeros, claimedSize: 100 },
    ]);
    expect(project.file('app.war!/honest')?.bytes()).toBeUndefined();
    expect(project.file('app.war!/liar')?.bytes()).toBeUndefined();
    expect(codes(project)).toEqual(['archive-bomb', 'archive-bomb']);
  });

  test('of many members, of many layers, of many bytes', () => {
    const many = open(
      [1, 2, 3].map((n) => ({ name: `f${n}`, content: 'x' })),
      { archiveEntries: 2 },
    );
    expect(codes(many)).toEqual(['archive-too-many-members']);
    expect(many.files).toHaveLength(3);

    let nested = zipBytes([{ name: 'a', content: '' }]);
    for (let i = 0; i < 5; i++) nested = zipBytes([{ name: 'a.war', content: nested }]);
    const deep = createMemoryProject({ 'a.war': nested }, { limits: { archiveDepth: 3 } });
    expect(codes(deep)).toEqual(['archive-too-deep']);

    const large = open(
      [
        { name: 'a', content: 'x'.repeat(600) },
        { name: 'b', content: 'x'.repeat(600) },
      ],
      { archiveTotalBytes: 1000 },
    );
    expect(large.file('app.war!/a')?.text()).toHaveLength(600);
    expect(large.file('app.war!/b')?.text()).toBeUndefined();
    expect(codes(large)).toEqual(['archive-total-too-large']);
  });

  test('may be a compressed tar file', () => {
    const project = createMemoryProject({ 'a.tar.gz': gzipSync(zeros) });
    expect(codes(project)).toEqual(['archive-bomb']);
  });
});

describe('a tar file', () => {
  const header = (name: string, size: number, type = '0', target = ''): Buffer => {
    const block = Buffer.alloc(512);
    block.write(name, 0);
    block.write('0000755\0', 100);
    block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
    block.write(type, 156);
    block.write(target, 157);
    block.write('ustar\x0000', 257);
    block.fill(' ', 148, 156);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return block;
  };
  const member = (name: string, content: string, type?: string, target?: string): Buffer =>
    Buffer.concat([
      header(name, Buffer.byteLength(content), type, target),
      Buffer.from(content),
      Buffer.alloc((512 - (Buffer.byteLength(content) % 512)) % 512),
    ]);
  const tar = (...members: Buffer[]): Buffer => Buffer.concat([...members, Buffer.alloc(1024)]);
  const long = `${'d'.repeat(60)}/${'f'.repeat(60)}.txt`;

  test.each(['shop.tar', 'shop.tar.gz', 'shop.tgz'])('%s is unfolded', (name) => {
    const bytes = tar(
      member('shop/', '', '5'),
      member('shop/index.php', '<?php'),
      member('././@LongLink', `${long}\0`, 'L'),
      member('short', 'long name'),
      member('PaxHeader', `${30 + 7} path=${'订单'.repeat(4)}/a.t\n`, 'x'),
      member('other', 'pax name'),
      member('shop/link.php', '', '2', 'index.php'),
    );
    const project = createMemoryProject({ [name]: name.endsWith('r') ? bytes : gzipSync(bytes) });
    expect(project.file(`${name}!/shop/index.php`)).toMatchObject({ executable: true, size: 5 });
    expect(project.file(`${name}!/shop/link.php`)?.text()).toBe('<?php');
    expect(project.file(`${name}!/${long}`)?.text()).toBe('long name');
    expect(project.file(`${name}!/${'订单'.repeat(4)}/a.t`)?.text()).toBe('pax name');
    expect(project.hasDirectory(`${name}!/shop`)).toBe(true);
    expect(project.problems()).toEqual([]);
  });

  test('with links and names that lead out loses them', () => {
    const project = createMemoryProject({
      'a.tar': tar(member('../x', 'x'), member('l', '', '2', '/etc/passwd'), member('m', '', '2', '../../x')),
    });
    expect(codes(project).toSorted()).toEqual(['archive-unsafe-name', 'link-outside', 'link-outside']);
    expect(paths(project)).toEqual(['a.tar']);
  });

  test('that was cut gives what is there', () => {
    const bytes = tar(member('a', 'first'), member('b', 'x'.repeat(2000)));
    const cut = createMemoryProject({
      'a.tar': bytes.subarray(0, 2000),
      'b.tgz': gzipSync(bytes).subarray(0, -30),
    });
    expect(cut.file('a.tar!/a')?.text()).toBe('first');
    expect(codes(cut)).toContain('archive-truncated');
    expect(cut.file('a.tar!/b')).toBeUndefined();
    expect(codes(createMemoryProject({ 'c.tar': 'no tar', 'd.tgz': 'no gzip' }))).toEqual([
      'archive-invalid',
      'archive-invalid',
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { zipBytes } from '../test/zip-bytes.js';
import { openProject } from './directory-project.js';
import { createMemoryProject } from './memory-project.js';
import type { Project } from './project.js';
import { prepareSources } from './scan.js';
import { createWordMatcher } from './scan/word-matcher.js';

const triggers = { java: ['HttpSession', 'java.io.File', '订单'], php: ['mysql_connect', '$_SESSION'] };

describe('words', () => {
  const find = (words: string[], text: string, ignoreCase = false): readonly string[] => {
    const bytes = Buffer.from(text);
    return createWordMatcher(words, { ignoreCase })
      .scan(bytes, bytes.length)
      .found.map((index) => words[index] ?? '');
  };

  test('are found in one pass, those inside others and overlapping ones too', () => {
    const words = ['he', 'she', 'hers', 'his', 'FileInput', 'File', 'putS', '订单'];
    expect(find(words, 'ushers')).toEqual(['he', 'she', 'hers']);
    expect(find(words, 'new FileInputStream()')).toEqual(['FileInput', 'File', 'putS']);
    expect(find(words, '新订单 hi')).toEqual(['订单']);
    expect(find(words, '')).toEqual([]);
  });

  test('are found as includes() finds them, in random texts', () => {
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const text = (length: number): string => Array.from({ length }, () => 'abcA'.charAt(random(4))).join('');
    for (let round = 0; round < 300; round++) {
      const words = [...new Set(Array.from({ length: 5 }, () => text(1 + random(4))))];
      const source = text(12);
      expect(find(words, source)).toEqual(words.filter((word) => source.includes(word)));
      expect(find(words, source, true)).toEqual(
        words.filter((word) => source.toLowerCase().includes(word.toLowerCase())),
      );
    }
  });
});

describe('prepared sources', () => {
  let root = '';

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'drydock-'));
    const write = (path: string, content: string | Uint8Array): void => {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), content);
    };
    for (let i = 0; i < 60; i++) {
      const use = i % 3 === 0 ? 'HttpSession s;' : '';
      write(
        `src/p${i % 7}/C${i}.java`,
        `package p${i};\nclass C${i} {\n ${use}\n void m() { go("x${i}"); }\n}`,
      );
    }
    write('src/Gbk.java', iconv.encode('// 订单\nclass Gbk {}\n', 'gbk'));
    write('src/Wide.java', Buffer.from('\uFEFFclass Wide { HttpSession s; }', 'utf16le'));
    write('web/a.php', '<?php MYSQL_CONNECT("h"); ?>');
    write('web/b.php', '<?php echo 1;');
    write('target/Generated.java', 'HttpSession');
    write('pom.xml', '<project/>');
    write('x.war', zipBytes([{ name: 'in.php', content: '<?php $_SESSION["a"] = 1;' }]));
    write('Zero.java', new Uint8Array([0, 1, 2]));
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const summary = (project: Project): unknown => ({
    java: project.sourcesWith('java', triggers.java).map((file) => [file.path, JSON.stringify(file.java())]),
    one: project.sourcesWith('java', ['java.io.File']).map(({ path }) => path),
    chinese: project.sourcesWith('java', ['订单']).map(({ path }) => path),
    php: project.sourcesWith('php', triggers.php).map((file) => [file.path, file.php()]),
    other: project.sourcesWith('java', ['go("x1']).length,
    lines: project.files.map((file) => [file.path, file.origin === 'own' ? file.lineCount() : 0]),
    problems: project.problems(),
  });
  const prepared = async (): Promise<unknown> => {
    const { project } = openProject(root);
    await prepareSources(project, triggers);
    return summary(project);
  };

  test('are what they are without preparation', async () => {
    const plain = summary(openProject(root).project);
    expect(plain).toMatchObject({
      one: [],
      chinese: ['src/Gbk.java'],
      other: 11,
      problems: [],
    });
    expect(await prepared()).toEqual(plain);
  });

  test('are read no more', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'drydock-'));
    writeFileSync(join(copy, 'A.java'), readFileSync(join(root, 'src/p0/C0.java')));
    const { project } = openProject(copy);
    await prepareSources(project, triggers);
    rmSync(copy, { recursive: true });
    const [file] = project.sourcesWith('java', ['HttpSession']);
    expect(file?.java()?.types[0]?.name).toBe('p0.C0');
    expect(file?.lineCount()).toBe(5);
    expect(project.problems()).toEqual([]);
  });

  test('may be in memory', async () => {
    const project = createMemoryProject({ 'A.java': 'class A { HttpSession s; }', 'B.java': 'class B {}' });
    await prepareSources(project, triggers);
    expect(project.sourcesWith('java', triggers.java).map(({ path }) => path)).toEqual(['A.java']);
  });
});

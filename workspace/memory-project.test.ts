import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { createMemoryProject } from './memory-project.js';
import { childOf, descendantsOf } from './xml/xml-element.js';

describe('files', () => {
  const project = createMemoryProject({
    'pom.xml': '<project/>',
    'src/main/java/A.java': 'class A {}',
    'target/classes/A.class': new Uint8Array([0xca, 0xfe, 0xba, 0xbe]),
    'web/node_modules/x/package.json': '{}',
    'web/app.min.js': 'var a',
    'app.war!/WEB-INF/web.xml': '<web-app/>',
    'app.war!/WEB-INF/lib/x.jar!/META-INF/MANIFEST.MF': 'A: b',
  });

  test('are sorted by path whatever the order given', () => {
    const paths = project.files.map((file) => file.path);
    expect(paths).toEqual([...paths].sort());
    expect(project.file('pom.xml')?.directory).toBe('');
    expect(project.file('app.war!/WEB-INF/web.xml')).toMatchObject({
      name: 'web.xml',
      directory: 'app.war!/WEB-INF',
      archive: 'app.war',
    });
    expect(project.file('app.war!/WEB-INF/lib/x.jar!/META-INF/MANIFEST.MF')?.archive).toBe(
      'app.war!/WEB-INF/lib/x.jar',
    );
  });

  test('know their origin', () => {
    expect(Object.fromEntries(project.files.map(({ path, origin }) => [path, origin]))).toEqual({
      'app.war!/WEB-INF/lib/x.jar!/META-INF/MANIFEST.MF': 'vendored',
      'app.war!/WEB-INF/web.xml': 'own',
      'pom.xml': 'own',
      'src/main/java/A.java': 'own',
      'target/classes/A.class': 'generated',
      'web/app.min.js': 'vendored',
      'web/node_modules/x/package.json': 'vendored',
    });
  });

  test('are found by globs, own ones unless asked otherwise', () => {
    const paths = (globs: string[], options = {}): string[] =>
      project.find(globs, options).map((f) => f.path);
    expect(paths(['**/*.{xml,java}'])).toEqual([
      'app.war!/WEB-INF/web.xml',
      'pom.xml',
      'src/main/java/A.java',
    ]);
    expect(paths(['**/web.xml', '**/*.xml'])).toEqual(['app.war!/WEB-INF/web.xml', 'pom.xml']);
    expect(paths(['**/*.json'])).toEqual([]);
    expect(paths(['**/*.json'], { origins: ['vendored'] })).toEqual(['web/node_modules/x/package.json']);
    expect(paths(['**/WEB-INF/**'])).toEqual(['app.war!/WEB-INF/web.xml']);
  });

  test('imply directories', () => {
    expect(project.hasDirectory('src/main')).toBe(true);
    expect(project.hasDirectory('app.war!/WEB-INF')).toBe(true);
    expect(project.hasDirectory('src/test')).toBe(false);
    expect(project.hasDirectory('')).toBe(true);
  });
});

describe('text', () => {
  const file = (content: string | Uint8Array, name = 'a.txt') => {
    const found = createMemoryProject({ [name]: content }).file(name);
    if (!found) throw new Error('the file is missing');
    return found;
  };

  test.each([
    ['utf-8', Buffer.from('订单系统')],
    ['utf-8', Buffer.from('\uFEFF订单系统')],
    ['gb18030', iconv.encode('订单系统，启动参数', 'gbk')],
    ['iso-8859-1', iconv.encode('Größe des Behälters', 'latin1')],
    ['iso-8859-1', iconv.encode('Numéro à côté', 'latin1')],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('订单', 'utf16le')])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('订单', 'utf16le').swap16()])],
  ])('is decoded from %s', (encoding, bytes) => {
    const found = file(bytes);
    expect(found.encoding()).toBe(encoding);
    expect(found.text()).toMatch(/^(订单|Gr|Num)/);
    expect(found.text()).not.toContain('\uFFFD');
  });

  test('follows what the file declares when bytes do not disprove it', () => {
    const declared = file(iconv.encode('<?xml version="1.0" encoding="Big5"?><a>訂單</a>', 'big5'), 'a.xml');
    expect(declared.xml()?.text).toBe('訂單');
    const wrong = file('<%@ page pageEncoding="GBK" %>订单', 'a.jsp');
    expect(wrong.encoding()).toBe('utf-8');
  });

  test('is absent for binary content and above the limit, which is a problem', () => {
    expect(file(new Uint8Array([1, 0, 2])).text()).toBeUndefined();
    const project = createMemoryProject({ 'a.sql': 'x'.repeat(100) }, { limits: { textBytes: 99 } });
    expect(project.file('a.sql')?.text()).toBeUndefined();
    expect(project.problems()).toMatchObject([{ code: 'file-too-large', file: 'a.sql' }]);
  });

  test('is split at every kind of line end', () => {
    expect(file('a\r\nb\rc\nd').lines()).toEqual(['a', 'b', 'c', 'd']);
    expect(file('a\nb\n').lineCount()).toBe(2);
    expect(file('').lineCount()).toBe(0);
  });
});

describe('xml', () => {
  const parse = (text: string) => {
    const project = createMemoryProject({ 'a.xml': text });
    return { root: project.file('a.xml')?.xml(), problems: project.problems() };
  };

  test('gives elements with lines, attributes and text', () => {
    const { root } = parse(
      '<?xml version="1.0"?>\r\n<!-- c -->\r\n<beans xmlns:p="u">\r\n <bean id="a"\r\n   p:b="&lt;x&#x41;">t &amp; <![CDATA[<&amp;>]]></bean>\r\n</beans>',
    );
    const bean = childOf(root, 'bean');
    expect(bean).toMatchObject({
      name: 'bean',
      line: 4,
      text: 't & <&amp;>',
      attributes: { id: 'a', 'p:b': '<xA' },
      attributeLines: { 'p:b': 5 },
    });
    expect(bean?.parent).toBe(root);
    expect([...descendantsOf(root, 'bean')]).toHaveLength(1);
  });

  test('keeps namespaces apart from local names', () => {
    expect(parse('<tx:advice id="x"/>').root).toMatchObject({
      name: 'tx:advice',
      local: 'advice',
      prefix: 'tx',
    });
  });

  test('never resolves declared entities', () => {
    const { root, problems } = parse(
      '<?xml version="1.0"?>\n<!DOCTYPE a [\n<!ENTITY x SYSTEM "file:///etc/passwd">\n<!ENTITY y "yy">]>\n<a b="&y;">&x;</a>',
    );
    expect(root).toMatchObject({ text: '&x;', attributes: { b: '&y;' }, line: 5 });
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['xml-entity', 3],
      ['xml-entity', 4],
    ]);
  });

  test('accepts a document type without entities', () => {
    const { root, problems } = parse(
      '<!DOCTYPE web-app PUBLIC "-//Sun//DTD Web 2.3>//EN" "http://java.sun.com/dtd/web-app_2_3.dtd">\n<web-app/>',
    );
    expect(root?.line).toBe(2);
    expect(problems).toEqual([]);
  });

  test.each(['<a><b></a>', '<a>', '', '<a', '<a b=1/>', 'plain', '<!DOCTYPE a [', '<a>'.repeat(3000)])(
    'reports what is not well-formed: %.20s',
    (text) => {
      const { root, problems } = parse(text);
      expect(root).toBeUndefined();
      expect(problems).toMatchObject([{ code: 'xml-invalid', file: 'a.xml' }]);
    },
  );
});

describe('yaml', () => {
  const parse = (text: string) => {
    const project = createMemoryProject({ 'a.yml': text });
    return { documents: project.file('a.yml')?.yaml() ?? [], problems: project.problems() };
  };

  test('is flattened as Spring does, document by document', () => {
    const { documents } = parse(
      'server:\n  port: 8080\nservers:\n  - host: a\n  - b\n---\nspring.profiles: dev\nempty:\nv: @project.version@\n',
    );
    expect(documents.map(({ entries, line }) => ({ entries, line }))).toEqual([
      {
        line: 1,
        entries: [
          { path: 'server.port', value: 8080, line: 2 },
          { path: 'servers[0].host', value: 'a', line: 4 },
          { path: 'servers[1]', value: 'b', line: 5 },
        ],
      },
      {
        line: 7,
        entries: [
          { path: 'spring.profiles', value: 'dev', line: 7 },
          { path: 'empty', value: null, line: 8 },
          { path: 'v', value: '@project.version@', line: 9 },
        ],
      },
    ]);
    expect(documents[0]?.value).toEqual({ server: { port: 8080 }, servers: [{ host: 'a' }, 'b'] });
  });

  test('follows aliases and merge keys', () => {
    const { documents } = parse('base: &b\n  a: 1\nuse:\n  <<: *b\n  c: *b\n');
    expect(documents[0]?.entries.map(({ path }) => path)).toEqual(['base.a', 'use.a', 'use.c.a']);
  });

  test('reports mistakes with their line and aliases that explode', () => {
    expect(parse('a: 1\nb: [\n').problems).toMatchObject([{ code: 'yaml-invalid', line: 3 }]);
    const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x,x]'];
    for (let i = 1; i < 8; i++) bomb.push(`a${i}: &a${i} [${`*a${i - 1},`.repeat(10)}]`);
    expect(parse(bomb.join('\n')).problems).toMatchObject([{ code: 'yaml-too-large' }]);
    expect(parse(`${'['.repeat(5000)}${']'.repeat(5000)}`).problems).toHaveLength(1);
  });
});

describe('properties and json', () => {
  test('properties follow java.util.Properties', () => {
    const text = [
      '# comment',
      '! another',
      'a=1',
      '  b : two words ',
      'c three',
      'd\\ e=\\u8ba2\\u5355\\t.',
      'f=x,\\',
      '   y,\\',
      '# not a comment',
      'path=C:\\\\temp\\new',
      'g',
      'bad=\\uZZ',
    ].join('\n');
    const entries = createMemoryProject({ 'a.properties': text }).file('a.properties')?.properties();
    expect(entries).toEqual([
      { key: 'a', value: '1', line: 3 },
      { key: 'b', value: 'two words ', line: 4 },
      { key: 'c', value: 'three', line: 5 },
      { key: 'd e', value: '订单\t.', line: 6 },
      { key: 'f', value: 'x,y,# not a comment', line: 7 },
      { key: 'path', value: 'C:\\temp\new', line: 10 },
      { key: 'g', value: '', line: 11 },
      { key: 'bad', value: '\\uZZ', line: 12 },
    ]);
  });

  test('json is data or a problem that quotes nothing', () => {
    const project = createMemoryProject({
      'a.json': '\uFEFF{"a":1}',
      'b.json': '{\n"password": "geheim",\n}',
    });
    expect(project.file('a.json')?.json()).toEqual({ a: 1 });
    expect(project.file('b.json')?.json()).toBeUndefined();
    expect(project.problems()).toMatchObject([{ code: 'json-invalid', file: 'b.json' }]);
    expect(JSON.stringify(project.problems())).not.toContain('geheim');
  });
});

describe('sourcesWith', () => {
  test('finds own sources by words, without regard to case for PHP', () => {
    const project = createMemoryProject({
      'A.java': 'HttpSession s;',
      'B.java': 'httpsession s;',
      'a.php': '<?php MySQL_Connect();',
      'vendor/autoload.php': '<?php mysql_connect();',
    });
    const paths = (language: 'java' | 'php', words: string[]): string[] =>
      project.sourcesWith(language, words).map(({ path }) => path);
    expect(paths('java', ['HttpSession', 'Nothing'])).toEqual(['A.java']);
    expect(paths('php', ['mysql_connect'])).toEqual(['a.php']);
  });
});

import { describe, expect, test } from '@jest/globals';
import { createMemoryProject } from '../memory-project.js';
import type { JavaSource } from './java-source.js';

function parse(source: string | Uint8Array): JavaSource {
  const java = createMemoryProject({ 'A.java': source }).file('A.java')?.java();
  if (!java) throw new Error('nothing was parsed');
  return java;
}

const inMethod = (body: string, head = ''): JavaSource =>
  parse(`package a.b;\n${head}\nclass T {\n  void m(File p) {\n${body}\n  }\n}\n`);

describe('calls', () => {
  test.each([
    ['parameter', 'p.delete();', 'java.io.File'],
    ['local variable', 'Session s = open(); s.get();', 'a.b.Session'],
    ['shadowing variable', '{ Other p2 = null; } File p2 = null; p2.get();', 'java.io.File'],
    ['field', 'session.get();', 'javax.servlet.http.HttpSession'],
    ['field by this', 'this.session.get();', 'javax.servlet.http.HttpSession'],
    ['static type', 'Class.forName("x");', 'java.lang.Class'],
    ['qualified type', 'java.sql.DriverManager.getConnection(u);', 'java.sql.DriverManager'],
    ['construction', 'new File("x").mkdirs();', 'java.io.File'],
    ['cast', '((HttpSession) o).get();', 'javax.servlet.http.HttpSession'],
    ['own method', 'open().get();', 'a.b.Session'],
    ['array element', 'File[] all = x(); all[0].delete();', 'java.io.File'],
    ['loop variable', 'for (File f : all()) f.delete();', 'java.io.File'],
    ['resource', 'try (Session s = open()) { s.get(); }', 'a.b.Session'],
    [
      'caught exception',
      'try { } catch (RuntimeException | Error e) { e.get(); }',
      'java.lang.RuntimeException',
    ],
    ['typed lambda parameter', 'all((Session x) -> x.get());', 'a.b.Session'],
    ['inferred variable', 'var f = new File("x"); f.delete();', 'java.io.File'],
    ['string', '"a".equals(x);', 'java.lang.String'],
    ['printing', 'System.out.println(x);', 'java.io.PrintStream'],
    ['this', 'this.m(null);', 'a.b.T'],
  ])('know their receiver: %s', (_, body, expected) => {
    const java = parse(
      `package a.b;\nimport java.io.File;\nimport javax.servlet.http.HttpSession;\nclass T {\n Session open() { return null; }\n void m(File p) {\n${body}\n}\n HttpSession session;\n}`,
    );
    const typed = java.calls.filter(({ receiver }) => receiver !== undefined).at(-1);
    expect(java.calls.some(({ receiverType }) => receiverType?.name === expected)).toBe(true);
    expect(typed?.receiver).toBeDefined();
  });

  test.each([
    'request.getSession().get();',
    'unknown.get();',
    'a.b.c.get();',
    'MAX.get();',
    'f.apply(1).get();',
  ])('claim no type where syntax does not tell: %s', (body) => {
    expect(inMethod(body).calls.find(({ name }) => name === 'get')?.receiverType).toBeUndefined();
  });

  test('name arguments, constants, lines and where they stand', () => {
    const java = inMethod(
      'log(\n"a" + "b", new HashMap<String, List<X>>(1, 2), x < y, z > q, (a, b) -> { f(a, b); }, DIR);',
      'import java.util.HashMap;',
    );
    const log = java.calls.find(({ name }) => name === 'log');
    expect(log?.arguments.map(({ text }) => text)).toEqual([
      '"a" + "b"',
      'new HashMap<String, List<X>>(1, 2)',
      'x < y',
      'z > q',
      '(a, b) -> { f(a, b); }',
      'DIR',
    ]);
    expect(log?.arguments[0]?.constant).toBe('ab');
    expect(log).toMatchObject({ line: 5, enclosing: 'a.b.T.m' });
    expect(java.calls.find(({ name }) => name === 'f')?.enclosing).toBe('a.b.T.m');
    expect(java.constructions).toMatchObject([
      { type: { name: 'java.util.HashMap' }, arguments: [{ text: '1' }, { text: '2' }], line: 6 },
    ]);
  });

  test('chained calls have the line of their own name', () => {
    const java = inMethod('builder\n  .<String>first("x")\n  .second();');
    expect(java.calls.map(({ name, line, receiver }) => [name, line, receiver])).toEqual([
      ['first', 6, 'builder'],
      ['second', 7, 'builder\n  .<String>first("x")'],
    ]);
  });

  test('anonymous classes have a name of their own', () => {
    const java = inMethod('new Thread(new Runnable() {\n public void run() { tick(); }\n}).start();');
    expect(java.calls.find(({ name }) => name === 'tick')?.enclosing).toBe('a.b.T$1.run');
    expect(java.calls.find(({ name }) => name === 'start')?.receiverType?.name).toBe('java.lang.Thread');
    expect(java.constructions.map(({ type, enclosing }) => [type.name, enclosing])).toEqual([
      ['java.lang.Thread', 'a.b.T.m'],
      ['java.lang.Runnable', 'a.b.T.m'],
    ]);
    expect(java.methods.map(({ type, name }) => `${type}.${name}`)).toEqual(['a.b.T.m', 'a.b.T$1.run']);
  });
});

describe('constants', () => {
  test.each([
    ['literal', 'f("a\\tb\\u0041");', 'a\tbA'],
    ['concatenation', 'f("a" + 1 + \'c\' + ("d" + true));', 'a1cdtrue'],
    ['final field', 'f(T.DIR + "/x");', '/data/x'],
    ['field of a nested type', 'f(Names.QUEUE);', 'q1'],
    ['variable assigned once', 'String s = "a"; s.trim(); f(s + "b");', 'ab'],
    ['separator', 'f("a" + File.separator + "b");', 'a/b'],
    ['text block', 'f("""\n      a\n        b""");', 'a\n  b'],
    ['cast', 'f((String) "a");', 'a'],
    ['variable assigned twice', 'String s = "a"; s = "b"; f(s);', undefined],
    ['sum of numbers first', 'f(1 + 2 + "x");', undefined],
    ['unknown name', 'f("a" + other);', undefined],
    ['itself', 'f(LOOP);', undefined],
    ['number', 'f(8080);', undefined],
    ['parameter', 'f(p);', undefined],
    ['field that is not final', 'f(changing);', undefined],
  ])('%s', (_, body, expected) => {
    const java = parse(
      `package a.b;\nclass T {\n static final String DIR = "/data";\n static final String LOOP = LOOP + "x";\n String changing = "c";\n interface Names { String QUEUE = "q" + 1; }\n void m(String p) {\n${body}\n}}`,
    );
    expect(java.calls.find(({ name }) => name === 'f')?.arguments[0]?.constant).toBe(expected);
  });
});

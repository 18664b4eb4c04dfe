import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { createMemoryProject } from '../memory-project.js';
import type { JavaSource } from './java-source.js';

function parse(source: string | Uint8Array): JavaSource {
  const java = createMemoryProject({ 'A.java': source }).file('A.java')?.java();
  if (!java) throw new Error('nothing was parsed');
  return java;
}

const inMethod = (body: string, head = ''): JavaSource =>
  parse(`package a.b;\n${head}\nclass T {\n  void m(File p) {\n${body}\n  }\n}\n`);

describe('names', () => {
  test('package and imports of every kind, with their lines', () => {
    const java = parse(
      '/* package no; */\npackage com . acme.web ;\nimport java.io.File;\nimport static org.junit.Assert.*;\nimport java.util . *;\nimport static a.B.C;\n// import x.Y;\nclass A {}',
    );
    expect([java.package, java.packageLine]).toEqual(['com.acme.web', 2]);
    expect(java.imports).toEqual([
      { name: 'java.io.File', static: false, onDemand: false, line: 3 },
      { name: 'org.junit.Assert', static: true, onDemand: true, line: 4 },
      { name: 'java.util', static: false, onDemand: true, line: 5 },
      { name: 'a.B.C', static: true, onDemand: false, line: 6 },
    ]);
  });

  test.each([
    ['import java.io.File;', 'File', { name: 'java.io.File', resolved: true }],
    [
      'import java.util.Map;',
      'Map.Entry<String, List<X>>[]',
      { name: 'java.util.Map.Entry', resolved: true },
    ],
    ['', 'java.sql.Connection', { name: 'java.sql.Connection', resolved: true }],
    ['', 'String', { name: 'java.lang.String', resolved: true }],
    ['', 'Other', { name: 'a.b.Other', resolved: true }],
    ['', 'int[]', { name: 'int', resolved: true }],
    [
      'import java.io.*;\nimport java.util.*;',
      'File',
      { name: 'File', resolved: false, candidates: ['a.b.File', 'java.io.File', 'java.util.File'] },
    ],
  ])('%s %s', (imports, type, expected) => {
    expect(inMethod(`${type} x = null;`, imports).variables[0]?.type).toEqual(expected);
  });

  test('nested types and type parameters come before imports', () => {
    const java = parse(
      'package p;\nimport q.Inner;\nimport q.E;\nclass Outer<E> {\n  Inner a; E b;\n  static class Inner { Deep c; class Deep {} }\n  <X extends E> X f(X x) { return x; }\n}',
    );
    const types = Object.fromEntries(java.fields.map(({ name, type }) => [name, type.name]));
    expect(types).toEqual({ a: 'p.Outer.Inner', b: 'E', c: 'p.Outer.Inner.Deep' });
    expect(java.methods[0]).toMatchObject({ returnType: { name: 'X', resolved: false } });
    expect(java.types.map(({ name }) => name)).toEqual(['p.Outer', 'p.Outer.Inner', 'p.Outer.Inner.Deep']);
  });
});

describe('declarations', () => {
  const java = parse(`package p;
import java.io.*;
import javax.servlet.http.HttpServlet;
/** class Fake {} */
@Deprecated @Entity(name = "class X {")
public abstract class A<T extends Comparable<T>> extends HttpServlet
    implements Runnable, q.Listener<String>, Serializable {
  private static final String DIR = "/data/" + "up";
  int a, b[] = {1, 2};
  @Resource(name = "jdbc/x") private javax.sql.DataSource ds;
  public A(final String name, int... more) throws IOException, q.Bad { super(); }
  @Override protected synchronized <R> java.util.List<R> run(@Nullable Map<String, R> map) { return null; }
  abstract void go();
}
interface I extends J, K { String X = "x"; default void f() {} }
enum E implements I { ONE { void g() {} }, TWO("(") ; E(String... s) {} }
record R(String name, int age) implements I {}
@interface An { String value() default "v"; }
`);

  test('types with their kind, header and modifiers', () => {
    expect(java.types.map(({ name, kind, line }) => [name, kind, line])).toEqual([
      ['p.A', 'class', 6],
      ['p.I', 'interface', 15],
      ['p.E', 'enum', 16],
      ['p.R', 'record', 17],
      ['p.An', 'annotation', 18],
    ]);
    expect(java.types[0]).toMatchObject({
      superclass: { name: 'javax.servlet.http.HttpServlet', resolved: true, line: 6 },
      modifiers: ['public', 'abstract'],
    });
    expect(java.types[0]?.interfaces.map(({ name, line }) => [name, line])).toEqual([
      ['java.lang.Runnable', 7],
      ['q.Listener', 7],
      ['Serializable', 7],
    ]);
    expect(java.types[1]?.interfaces.map(({ name }) => name)).toEqual(['J', 'K']);
    expect(java.hasErrors).toBe(false);
  });

  test('methods with parameters, results and throws', () => {
    expect(java.methods.slice(0, 3)).toMatchObject([
      {
        name: 'A',
        type: 'p.A',
        line: 11,
        parameters: [
          { name: 'name', type: { name: 'java.lang.String' } },
          { name: 'more', type: { name: 'int' } },
        ],
        throws: [{ name: 'IOException', resolved: false }, { name: 'q.Bad' }],
      },
      {
        name: 'run',
        returnType: { name: 'java.util.List', resolved: true },
        parameters: [{ name: 'map', type: { name: 'Map' } }],
        modifiers: ['protected', 'synchronized'],
      },
      { name: 'go', returnType: { name: 'void' }, modifiers: ['abstract'] },
    ]);
    expect(java.methods[0]?.returnType).toBeUndefined();
    expect(java.methods.map(({ type, name }) => `${type}.${name}`)).toContain('p.E.g');
  });

  test('fields with initializers and constants', () => {
    const fields = java.fields.map(({ name, declaringType, type, line }) => [
      name,
      declaringType,
      type.name,
      line,
    ]);
    expect(fields).toEqual([
      ['DIR', 'p.A', 'java.lang.String', 8],
      ['a', 'p.A', 'int', 9],
      ['b', 'p.A', 'int', 9],
      ['ds', 'p.A', 'javax.sql.DataSource', 10],
      ['X', 'p.I', 'java.lang.String', 15],
    ]);
    expect(java.fields[0]).toMatchObject({ constant: '/data/up', initializer: '"/data/" + "up"' });
    expect(java.fields[4]).toMatchObject({ constant: 'x', modifiers: ['public', 'static', 'final'] });
  });

  test('annotations with what they annotate and their elements', () => {
    const said = java.annotations.map(({ type, target, owner, elements }) => [
      type.name,
      target,
      owner,
      elements,
    ]);
    expect(said).toEqual([
      ['java.lang.Deprecated', 'type', 'p.A', {}],
      ['Entity', 'type', 'p.A', { name: '"class X {"' }],
      ['Resource', 'field', 'p.A.ds', { name: '"jdbc/x"' }],
      ['java.lang.Override', 'method', 'p.A.run', {}],
      ['Nullable', 'parameter', 'p.A.run.map', {}],
    ]);
  });
});

test('annotation elements: arrays, constants, nesting', () => {
  const java = parse(
    'package p;\nimport s.RequestMapping;\nclass A {\n  static final String BASE = "/order";\n  @RequestMapping(value = {BASE + "/a", "/b"}, method = {GET, POST})\n  @Wrap({@In("x"), @In("y, z")})\n  @Cron(EVERY) void m() {}\n}',
  );
  expect(java.annotations[0]).toMatchObject({
    type: { name: 's.RequestMapping', resolved: true },
    elements: { value: '{BASE + "/a", "/b"}', method: '{GET, POST}' },
    constants: { value: ['/order/a', '/b'] },
    line: 5,
  });
  expect(java.annotations.map(({ type, target }) => [type.name, target])).toEqual([
    ['s.RequestMapping', 'method'],
    ['p.Wrap', 'method'],
    ['p.In', 'other'],
    ['p.In', 'other'],
    ['p.Cron', 'method'],
  ]);
  expect(java.annotations[3]?.constants).toEqual({ value: ['y, z'] });
});

describe('the rest', () => {
  test('comments are never seen, nor what strings hold', () => {
    const java = inMethod(
      '// new File("a"); x.foo();\n/* new File("b"); "s" */ String t = "new File(\\"c\\") // no"; char c = \'"\'; /** {@link File} */ go();',
    );
    expect(java.constructions).toEqual([]);
    expect(java.calls.map(({ name }) => name)).toEqual(['go']);
    expect(java.strings).toEqual([{ value: 'new File("c") // no', line: 6, enclosing: 'a.b.T.m' }]);
  });

  test('strings know where they stand', () => {
    const java = parse(
      '@A("one") class T {\n String f = "two";\n static { x("three"); }\n @B("four") void m() { y("five"); }\n}',
    );
    expect(java.strings.map(({ value, enclosing }) => [value, enclosing])).toEqual([
      ['one', ''],
      ['two', 'T'],
      ['three', 'T'],
      ['four', 'T'],
      ['five', 'T.m'],
    ]);
  });

  test('type uses: declarations, casts, generics, class literals, static uses, references', () => {
    const java = inMethod(
      'List<File> a;\n((Cast) a).x();\nFoo.class.getName();\nThread.sleep(1);\nx(Level.INFO);\nmap(Conv::of);\nif (a instanceof Inst) throw new Bad();\njava.sql.Date d;\nq.b.Util.call();\np.call();',
    );
    expect(java.typeUses.map(({ type, line }) => `${line} ${type.name}`)).toEqual([
      '4 a.b.File',
      '5 a.b.List',
      '5 a.b.File',
      '6 a.b.Cast',
      '7 a.b.Foo',
      '8 java.lang.Thread',
      '9 a.b.Level',
      '10 a.b.Conv',
      '11 a.b.Inst',
      '11 a.b.Bad',
      '12 java.sql.Date',
      '13 q.b.Util',
    ]);
  });

  test('GBK sources and CR LF keep lines and columns', () => {
    const java = parse(
      iconv.encode(
        'package p;\r\n// 注释：用户会话\r\nclass 订单 {\r\n String 名 = "会话" + "表";\r\n}',
        'gbk',
      ),
    );
    expect(java.types[0]).toMatchObject({ name: 'p.订单', line: 3 });
    expect(java.fields).toMatchObject([{ name: '名', constant: '会话表', line: 4 }]);
  });

  test('broken source gives what could be read', () => {
    const java = parse('package p;\nclass A {\n void ok() { go(); }\n int ( = ;;; }\n void x( {\n');
    expect(java.hasErrors).toBe(true);
    expect(java.calls.map(({ name }) => name)).toContain('go');
    expect(parse('').types).toEqual([]);
    expect(parse('\u0000'.repeat(3).replaceAll('\u0000', ')}]').concat('"unclosed')).hasErrors).toBe(true);
  });

  test('absurd nesting neither crashes nor hangs', () => {
    const project = createMemoryProject({
      'A.java': `class A { int x = ${'('.repeat(20000)}1${')'.repeat(20000)}; }`,
      'B.java': `class B { String x = ${'"a" + '.repeat(20000)}"b"; }`,
    });
    expect(project.file('B.java')?.java()?.types).toHaveLength(1);
    project.file('A.java')?.java();
    expect(project.problems().every(({ code }) => code === 'java-invalid')).toBe(true);
  });
});

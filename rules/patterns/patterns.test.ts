import { describe, expect, it } from '@jest/globals';
import { compileBacktracking, matchLines } from './backtracking.js';
import { compileFileName } from './file-name.js';
import { compileRe2 } from './regex.js';
import { scanPattern } from './scan.js';

const texts = (source: string, text: string): string[] =>
  compileRe2(source, { multiline: true })
    ?.matches(text)
    .map((match) => match.text) ?? ['invalid'];

describe('RE2 patterns', () => {
  it.each([
    ['(?P<name>\\w+)=1', 'a=1 b=2', ['a=1']],
    ['(?i)alpha', 'ALPHA', ['ALPHA']],
    ['a(?i:b)c', 'aBc', ['aBc']],
    ['(?s)a.b', 'a\nb', ['a\nb']],
    ['\\Aab', 'ab\nab', ['ab']],
    ['\\Qa.b\\E', 'axb a.b', ['a.b']],
    ['[[:digit:]]+', 'a12', ['12']],
    ['\\x{41}', 'A', ['A']],
    ['^b$', 'a\nb\nc', ['b']],
    ['a\\/b\\-c', 'a/b-c', ['a/b-c']],
    ['{{x', 'a {{x', ['{{x']],
    ['a|ab', 'ab', ['a']],
    ['\\s', 'a\u00a0b', []],
  ])('%s means what RE2 says', (source, text, expected) => {
    expect(texts(source, text)).toEqual(expected);
  });

  it('rejects what RE2 rejects', () => {
    expect(compileRe2('(?=x)')).toBeUndefined();
    expect(compileRe2('a(')).toBeUndefined();
    expect(compileRe2('(a)\\1')).toBeUndefined();
  });

  it('names capture groups in either engine', () => {
    for (const source of ['(?P<a>x+)(y)?', '(?U)(?P<a>x+)(y)?'])
      expect(compileRe2(source)?.first('zxx')).toMatchObject({
        index: 1,
        named: { a: expect.stringMatching(/^x+$/) },
      });
  });

  it('stays linear where backtracking explodes', () => {
    const started = performance.now();
    expect(compileRe2('(x+x+)+y')?.test('x'.repeat(40_000))).toBe(false);
    expect(compileRe2('a.*b.*c.*d', { multiline: true })?.test('ab'.repeat(50_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('knows a text that every match contains', () => {
    expect(scanPattern('jdbc:(?:mysql|oracle):').literals).toEqual(['jdbc:']);
    expect(scanPattern('(?:foo|barbar)\\d').literals).toEqual(['foo', 'barbar']);
    expect(scanPattern('a?b*').literals).toBeUndefined();
    expect(scanPattern('(?:abc)?d').literals).toBeUndefined();
    expect(scanPattern('abcd*').literals).toEqual(['abc']);
  });
});

describe('patterns for a backtracking engine', () => {
  it('takes lookaround, backreferences and possessive quantifiers', () => {
    expect('foobar'.search(compileBacktracking('foo(?=bar)', 'gm') ?? /never/)).toBe(0);
    expect('aXbX'.search(compileBacktracking('(?P<q>X)b\\k<q>', 'g') ?? /never/)).toBe(1);
    expect('aaa'.search(compileBacktracking('a++a', 'g') ?? /never/)).toBe(-1);
    expect('aaab'.search(compileBacktracking('a++b', 'g') ?? /never/)).toBe(0);
    expect(compileBacktracking('a(', 'g')).toBeUndefined();
  });

  it('matches line by line, and not in overlong lines', () => {
    const pattern = compileBacktracking('a\\h+b', 'g') ?? /never/g;
    expect(matchLines(pattern, 'x\na \tb\n').map((match) => match.index)).toEqual([2]);
    expect(matchLines(pattern, `a b${' '.repeat(30_000)}`)).toEqual([]);
  });
});

describe('the file-name test', () => {
  const paths = ['pom.xml', 'sub/pom.xml', 'a.properties', 'a.properties.bak', 'src/Main.java', 'web/a.jsp'];
  const listing = {
    hasFile: (path: string) => paths.includes(path),
    hasDirectory: (path: string) => ['sub', 'src', 'web'].includes(path),
  };
  const matching = (pattern: string): string[] =>
    paths.filter((path) =>
      compileFileName(pattern, listing)({ path, name: path.slice(path.lastIndexOf('/') + 1) }),
    );

  it.each([
    ['pom.xml', ['pom.xml', 'sub/pom.xml']],
    ['sub/pom.xml', ['sub/pom.xml']],
    ['sub', ['sub/pom.xml']],
    ['pom\\.xml', ['pom.xml', 'sub/pom.xml']],
    ['.*\\.properties', ['a.properties', 'a.properties.bak']],
    ['*.java', ['src/Main.java']],
    ['[ab]\\.jsp', ['web/a.jsp']],
    ['(Main|x)\\.java', ['src/Main.java']],
    ['MAIN\\.java', []],
    ['', paths],
  ])('%s', (pattern, expected) => {
    expect(matching(pattern)).toEqual(expected);
  });
});

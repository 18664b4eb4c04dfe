import { describe, expect, test } from '@jest/globals';
import { parseDockerignore } from './dockerignore.js';

const cases: readonly (readonly [string, string, boolean])[] = [
  ['*.log', 'a.log', true],
  ['*.log', 'x/a.log', false],
  ['**/*.log', 'x/y/a.log', true],
  ['**/*.log', 'a.log', true],
  ['/target', 'target/classes/A.class', true],
  ['target/', 'target/a', true],
  ['**/target', 'web/target/a', true],
  ['src/**', 'src/a/b', true],
  ['src/**', 'src', false],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', false],
  ['[ab].txt', 'b.txt', true],
  ['[!ab].txt', 'b.txt', false],
  ['./conf/../conf/a', 'conf/a', true],
  ['# conf', 'conf', false],
  ['.git', '.github/x', false],
  ['a+b.txt', 'a+b.txt', true],
  ['*\n!app.war', 'app.war', false],
  ['*\n!app.war', 'other.war', true],
  ['*\n!a\na/*\n!a/b.war', 'a/b.war', false],
  ['*\n!a\na/*\n!a/b.war', 'a/c.war', true],
  ['*.md\n!README.md\nREADME.md', 'README.md', true],
];

describe('parseDockerignore', () => {
  test.each(cases)('%j over %s: excluded %s', (text, path, expected) => {
    expect(parseDockerignore(text).excludes(path)).toBe(expected);
  });

  test('prunes only where nothing can be let in again', () => {
    const matcher = parseDockerignore('node_modules\nbuild\n!build/keep.txt\n');
    expect(matcher.prunes('node_modules')).toBe(true);
    expect(matcher.prunes('build')).toBe(false);
    expect(matcher.prunes('src')).toBe(false);
    expect(parseDockerignore('*\n!**/keep.txt').prunes('any')).toBe(false);
    expect(parseDockerignore('*\n!keep/a').prunes('other')).toBe(true);
  });
});

import { describe, expect, test } from '@jest/globals';
import { loadImageCatalog } from '../templates/load.js';
import { compareVersions, hasRelease, javaFeature, linesOf, pickLine, satisfies } from './versions.js';

test.each([
  ['1.10', '1.9', 1],
  ['8.2', '8.2.0', 0],
  ['1.8.0_292', '1.8.0_300', -1],
  ['v20', '20.1', -1],
])('%s against %s', (a, b, order) => {
  expect(Math.sign(compareVersions(a, b))).toBe(order);
});

test.each([
  ['1.8', 8],
  ['8', 8],
  ['17.0.2', 17],
  ['1.8.0_292', 8],
  ['latest', undefined],
])('Java %s is %s', (version, feature) => {
  expect(javaFeature(version)).toBe(feature);
});

describe('a line satisfies a constraint', () => {
  test.each([
    ['8.2', '>=8.2.5', true],
    ['8.1', '>=8.2.5', false],
    ['7.0', '<7.0', false],
    ['5.6', '<7.0', true],
    ['5.6', '>=5.3 <7.0', true],
    ['5.6', '>=5.3,<5.6', false],
    ['5.6', '>= 5.3', true],
    ['8.2', '^7.4 || ^8.0', true],
    ['7.3', '^7.4|^8.0', false],
    ['8.2', '~8.1', true],
    ['9.0', '~8.1', false],
    ['8.2', '~8.1.3', false],
    ['8.1', '8.*', true],
    ['8.1', '8.1.*', true],
    ['8.2', '8.1.*', false],
    ['20', '>=18.18 <21', true],
    ['22', '>=18.18 <21', false],
    ['20', '18.x || 20.x', true],
    ['20', '^20.5.1', true],
    ['20', '18 - 20', true],
    ['16', '18 - 20', false],
    ['22', '18 - 20', false],
    ['20', '!=20', false],
    ['20', '*', true],
    ['20', 'lts/*', true],
    ['20', '', true],
    ['8.2', '>=7.4-dev', true],
  ])('%s %s: %s', (line, constraint, answer) => {
    expect(satisfies(line, constraint)).toBe(answer);
  });
});

describe('the catalogue', () => {
  const catalog = loadImageCatalog();

  test('has lines in order, each once', () => {
    for (const image of Object.keys(catalog.images)) {
      const lines = linesOf(catalog, image);
      expect(new Set(lines).size).toBe(lines.length);
      expect([...lines].sort(compareVersions)).toEqual(lines);
    }
    expect(linesOf(catalog, 'nothing')).toEqual([]);
  });

  test('picks the default, the nearest above it, the highest below it, or none', () => {
    const lines = linesOf(catalog, 'node');
    const preferred = catalog.images.node?.default ?? '';
    expect(lines).toContain(preferred);
    expect(pickLine(catalog, 'node', [])).toBe(preferred);
    expect(pickLine(catalog, 'node', [`>${preferred}.999.999`])).toBe(lines[lines.indexOf(preferred) + 1]);
    expect(pickLine(catalog, 'node', [`<${preferred}`])).toBe(lines[lines.indexOf(preferred) - 1]);
    expect(pickLine(catalog, 'node', ['>=99'])).toBeUndefined();
    expect(pickLine(catalog, 'php-fpm', ['>=8.0', '<8.2'])).toMatch(/^8\.[01]$|^$/);
  });

  test('knows which Java a server comes with', () => {
    expect(hasRelease(catalog, 'tomcat', { version: '9.0', java: '8' })).toBe(true);
    expect(hasRelease(catalog, 'tomcat', { version: '10.1', java: '8' })).toBe(false);
    expect(hasRelease(catalog, 'tomcat', { version: '9.0' })).toBe(true);
    expect(hasRelease(catalog, 'nothing', { version: '9.0' })).toBe(false);
  });
});

import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { serialise } from './manifest.js';

describe('serialise', () => {
  test.each([
    ['words of YAML 1.1', { a: 'yes', b: 'on', c: 'null', d: '~', e: 'NO' }],
    ['numbers as text', { a: '010', b: '1_000', c: '12:30:45', d: '1e3', e: '0x1F', f: '.5' }],
    [
      'text that looks like syntax',
      { a: '- x', b: 'a: b', c: '# c', d: '{x', e: '&x', f: '%x', g: '@x', h: 'it\'s "x"' },
    ],
    [
      'white space',
      { a: ' x ', b: 'x\n\n', c: '\n x', d: 'a\r\nb\r\n', e: 'tab\there', f: 'trailing \nline\n' },
    ],
    ['Chinese and the rest', { a: '数据库：订单', b: '\u0000\u001b', c: '😀' }],
    ['long lines', { a: 'word '.repeat(200) }],
  ])('%s comes back as it was, for readers of 1.1 and of 1.2', (_name, value) => {
    const text = serialise(value);
    expect(parse(text)).toEqual(value);
    expect(parse(text, { version: '1.1' })).toEqual(value);
  });

  test('a file stays readable', () => {
    expect(serialise({ data: { 'a.properties': 'x=1\ny=2\n' } })).toBe(
      'data:\n  a.properties: |\n    x=1\n    y=2\n',
    );
  });

  test('undefined values are left out', () => {
    expect(serialise({ a: undefined, b: [{ c: undefined, d: 1 }] })).toBe('b:\n  - d: 1\n');
  });
});

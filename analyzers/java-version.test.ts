import { expect, test } from '@jest/globals';
import { javaConstraintOf, javaOfClassMajor, normaliseJavaVersion } from './java-version.js';

test.each([
  ['1.8', '8'],
  ['8', '8'],
  ['1.8.0_202', '8'],
  ['11.0.2', '11'],
  ['JavaSE-1.7', '7'],
  ['J2SE-1.5', '5'],
  ['VERSION_1_8', '8'],
  ['JavaVersion.VERSION_17', '17'],
  ['jdk1.6', '6'],
  ['17-ea', '17'],
  ['jsr14', undefined],
  ['${java.version}', undefined],
  ['', undefined],
])('normaliseJavaVersion(%j) is %j', (text, version) => {
  expect(normaliseJavaVersion(text)).toBe(version);
});

test.each([
  ['1.8', '>=8'],
  ['[1.8,)', '>=8'],
  ['[1.8,11)', '>=8 <11'],
  ['(,17]', '<=17'],
  ['[11]', '11'],
  ['${v}', undefined],
])('javaConstraintOf(%j) is %j', (range, constraint) => {
  expect(javaConstraintOf(range)).toBe(constraint);
});

test('class-file majors', () => {
  expect([49, 52, 61].map(javaOfClassMajor)).toEqual(['5', '8', '17']);
});

import { describe, expect, test } from '@jest/globals';
import { totalEffort } from './effort.js';
import type { Finding } from './finding.js';

const text = { en: '', 'zh-CN': '' };
const finding = (rule: string, file: string, component = 'web'): Finding => ({
  rule,
  component,
  severity: 'warning',
  title: text,
  message: text,
  fix: text,
  effort: { min: 1, max: 2 },
  evidence: { file, line: 1, by: 'test' },
});

describe('effort', () => {
  test('nothing to do takes no time', () => {
    expect(totalEffort([])).toEqual({ min: 0, max: 0 });
  });

  test('places in one file are one piece of work', () => {
    expect(totalEffort([finding('a', 'A.java'), finding('a', 'A.java')])).toEqual({ min: 1, max: 2 });
  });

  test('a further file adds a fifth', () => {
    const files = ['A', 'B', 'C', 'D', 'E', 'F'].map((file) => finding('a', file));
    expect(totalEffort(files)).toEqual({ min: 2, max: 4 });
  });

  test('another rule and another component count in full', () => {
    const effort = totalEffort([finding('a', 'A'), finding('b', 'A'), finding('a', 'A', 'job')]);
    expect(effort).toEqual({ min: 3, max: 6 });
  });
});

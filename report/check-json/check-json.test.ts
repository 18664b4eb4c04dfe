import { expect, test } from '@jest/globals';
import type { CheckResult } from '../../model/check.js';
import { printCheckJson } from './check-json.js';

test('has a schema, a summary and the results as they are', () => {
  const result: CheckResult = {
    check: 'schema',
    target: 'a.yaml',
    status: 'passed',
    details: [],
    durationMs: 1,
  };
  const printed = printCheckJson([
    result,
    { ...result, status: 'errored', reason: { en: 'x', 'zh-CN': '某' } },
  ]);
  expect(JSON.parse(printed)).toEqual({
    schema: 'https://drydock.dev/schema/checks/v1',
    summary: { passed: 1, failed: 0, skipped: 0, errored: 1 },
    results: [result, { ...result, status: 'errored', reason: { en: 'x', 'zh-CN': '某' } }],
  });
  expect(printed.endsWith('}\n')).toBe(true);
});

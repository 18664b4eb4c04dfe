import { XMLParser } from 'fast-xml-parser';
import { expect, test } from '@jest/globals';
import type { CheckResult } from '../../model/check.js';
import { printJunit } from './junit.js';

const text = (en: string, zh: string) => ({ en, 'zh-CN': zh });
const results: readonly CheckResult[] = [
  { check: 'schema', target: 'a.yaml', status: 'passed', details: [], durationMs: 12 },
  {
    check: 'schema',
    target: 'b.yaml',
    status: 'skipped',
    reason: text('a chart', 'Helm Chart'),
    details: [],
    durationMs: 0,
  },
  {
    check: 'schema',
    target: 'c.yaml',
    status: 'errored',
    reason: text('line 3: broken', '第 3 行：损坏'),
    details: [],
    durationMs: 0,
  },
  {
    check: 'policy',
    target: 'a.yaml',
    status: 'failed',
    details: [
      {
        rule: 'policy/x',
        severity: 'error',
        file: 'a.yaml',
        line: 7,
        subject: 'Deployment/web',
        message: text('uses <latest> & "more"\u0000\u001b[31m', '使用了 latest'),
        hint: text('pin it', '固定版本'),
      },
    ],
    durationMs: 1500,
  },
];

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => name === 'testcase' || name === 'testsuite',
});

test('maps every status to the element that CI systems know', () => {
  const xml = printJunit(results, { language: 'en' });
  expect(parser.parse(xml)).toMatchObject({
    testsuites: {
      name: 'drydock',
      tests: '4',
      failures: '1',
      errors: '1',
      skipped: '1',
      time: '1.512',
      testsuite: [
        {
          name: 'policy',
          tests: '1',
          failures: '1',
          testcase: [
            {
              classname: 'drydock.policy',
              name: 'a.yaml',
              time: '1.500',
              failure: {
                message: 'uses <latest> & "more"[31m',
                type: 'policy/x',
                '#text': 'a.yaml:7: error policy/x Deployment/web: uses <latest> & "more"[31m\n    → pin it',
              },
            },
          ],
        },
        {
          name: 'schema',
          tests: '3',
          errors: '1',
          skipped: '1',
          testcase: [
            { name: 'a.yaml', time: '0.012' },
            { name: 'b.yaml', skipped: { message: 'a chart' } },
            { name: 'c.yaml', error: { message: 'line 3: broken' } },
          ],
        },
      ],
    },
  });
});

test('speaks Chinese when asked, and warnings of a pass are kept', () => {
  const passed = results.slice(3).map((result): CheckResult => ({ ...result, status: 'passed' }));
  const xml = printJunit(passed, { language: 'zh-CN' });
  expect(xml).toContain('<system-out>a.yaml:7: error policy/x Deployment/web: 使用了 latest');
});

test('no results make a valid empty document', () => {
  expect(printJunit([], { language: 'en' })).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="drydock" tests="0" failures="0" errors="0" skipped="0" time="0.000">\n</testsuites>\n',
  );
});

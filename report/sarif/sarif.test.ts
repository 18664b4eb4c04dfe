import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import type { Analysis } from '../../model/analysis.js';
import type { CheckResult } from '../../model/check.js';
import type { Finding } from '../../model/finding.js';
import { printChecksSarif } from './checks-to-sarif.js';
import { printFindingsSarif } from './findings-to-sarif.js';

interface Log {
  readonly runs: readonly {
    readonly results: readonly {
      ruleId: string;
      level: string;
      message: { text: string };
      partialFingerprints: Record<string, string>;
      locations: unknown;
    }[];
    readonly tool: { driver: { rules: readonly { id: string }[] } };
    readonly invocations: readonly {
      executionSuccessful: boolean;
      toolExecutionNotifications: readonly { level: string }[];
    }[];
  }[];
}

/** OASIS's own schema, as its package ships it. */
const {
  $schema: _draft,
  id: _id,
  ...schema
} = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
    'utf8',
  ),
) as Record<string, unknown>;
// Written for draft 04, but nothing in it means something else in draft 07; formats are left to a plug-in of ajv.
const validateLog = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

function parse(text: string): Log['runs'][number] {
  const log = JSON.parse(text) as Log;
  validateLog(log);
  expect(validateLog.errors).toBeNull();
  const [run] = log.runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

const say = (en: string, zh = '中文') => ({ en, 'zh-CN': zh });
const result = (line: number): CheckResult => ({
  check: 'policy',
  target: 'k/a b.yaml',
  status: 'failed',
  details: [
    {
      rule: 'policy/x',
      severity: 'warning',
      file: 'k/a b.yaml',
      line,
      subject: 'Deployment/web',
      message: say('bad'),
      hint: say('mend it'),
    },
    {
      rule: 'policy/x',
      severity: 'error',
      file: 'k/a b.yaml',
      line: line + 1,
      subject: 'Deployment/web',
      message: say('bad'),
    },
    { rule: 'deploy/crash', severity: 'error', file: '/abs/a.yaml', message: say('gone') },
  ],
  durationMs: 1,
});
const options = {
  language: 'en',
  version: '0.1.0',
  rules: [{ id: 'policy/x', title: say('X'), why: say('because'), fix: say('do') }],
} as const;

describe('checks', () => {
  test('are valid SARIF with rules, places and notifications', () => {
    const skipped: CheckResult = {
      check: 'build',
      target: 'web',
      status: 'skipped',
      reason: say('no Docker'),
      details: [],
      durationMs: 0,
    };
    const run = parse(printChecksSarif([result(3), skipped, { ...skipped, status: 'errored' }], options));
    expect(run.tool.driver.rules).toMatchObject([
      { id: 'deploy/crash' },
      { id: 'policy/x', shortDescription: { text: 'X' }, defaultConfiguration: { level: 'error' } },
    ]);
    expect(run.results.map(({ ruleId, level }) => `${ruleId} ${level}`)).toEqual([
      'policy/x warning',
      'policy/x error',
      'deploy/crash error',
    ]);
    expect(run.results[0]).toMatchObject({
      ruleIndex: 1,
      message: { text: 'Deployment/web: bad\n→ mend it' },
      locations: [
        { physicalLocation: { artifactLocation: { uri: 'k/a%20b.yaml' }, region: { startLine: 3 } } },
      ],
    });
    expect(run.results[2]).toMatchObject({
      locations: [{ physicalLocation: { artifactLocation: { uri: 'file:///abs/a.yaml' } } }],
    });
    expect(run.invocations).toMatchObject([
      { executionSuccessful: false, toolExecutionNotifications: [{ level: 'note' }, { level: 'error' }] },
    ]);
  });

  test('keep their fingerprints when lines move, and differ from each other', () => {
    const prints = (line: number) =>
      parse(printChecksSarif([result(line)], options)).results.map(
        ({ partialFingerprints }) => partialFingerprints['drydock/v1'],
      );
    expect(prints(3)).toEqual(prints(30));
    expect(new Set(prints(3)).size).toBe(3);
  });

  test('nothing is valid, too', () => {
    expect(parse(printChecksSarif([], options)).results).toEqual([]);
  });
});

test('findings are valid SARIF, with masked excerpts and paths from where the tool ran', () => {
  const finding: Finding = {
    rule: 'credential-in-file',
    component: 'web',
    severity: 'blocker',
    title: say('Password', '密码'),
    message: say('stands here', '写在这里'),
    fix: say('move it', '移走'),
    effort: { min: 0.1, max: 0.5 },
    evidence: { file: 'conf/db.properties', line: 4, excerpt: 'password=***', by: 'credential-in-file' },
  };
  const application = { id: 'web', components: [], facts: [], size: { files: 1, lines: 1, bytes: 1 } };
  const problem = { code: 'broken-xml', file: 'a.xml', line: 2, message: say('broken'), hint: say('mend') };
  const analysis: Analysis = {
    schema: 'https://drydock.dev/schema/analysis/v1',
    applications: [
      { ...application, path: './legacy/web', archive: false, findings: [finding], problems: [problem] },
      {
        ...application,
        path: 'old/app.war',
        archive: true,
        findings: [{ ...finding, severity: 'info', evidence: { file: 'app.war!/a.xml', by: 'x' } }],
        problems: [],
      },
    ],
    links: [],
    problems: [],
  };
  const run = parse(printFindingsSarif(analysis, { language: 'zh-CN', version: '0.1.0' }));
  expect(run.results).toMatchObject([
    {
      level: 'error',
      ruleIndex: 0,
      message: { text: '写在这里\n→ 移走' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'legacy/web/conf/db.properties' },
            region: { startLine: 4, snippet: { text: 'password=***' } },
          },
        },
      ],
    },
    { level: 'note', locations: [{ physicalLocation: { artifactLocation: { uri: 'old/app.war!/a.xml' } } }] },
  ]);
  expect(run.invocations).toMatchObject([{ executionSuccessful: true }]);
});

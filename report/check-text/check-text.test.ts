import { describe, expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import type { CheckResult } from '../../model/check.js';
import { printCheckText } from './check-text.js';
import { wrap } from './wrap.js';

const say = (en: string, zh: string) => ({ en, 'zh-CN': zh });
const results: readonly CheckResult[] = [
  {
    check: 'schema',
    target: 'web/deployment.yaml',
    status: 'passed',
    details: [],
    facts: { objects: 2 },
    durationMs: 3,
  },
  {
    check: 'schema',
    target: 'kustomization.yaml',
    status: 'skipped',
    reason: say('a kustomization', 'kustomization 文件'),
    details: [],
    durationMs: 0,
  },
  {
    check: 'policy',
    target: 'web/deployment.yaml',
    status: 'failed',
    durationMs: 1,
    details: [
      {
        rule: 'policy/run-as-user',
        severity: 'error',
        file: 'web/deployment.yaml',
        line: 16,
        subject: 'Deployment/web',
        message: say('the pod runs as user 0', 'Pod 以用户 0 运行'),
        hint: say('choose another user', '改用其他用户'),
      },
    ],
  },
  {
    check: 'build',
    target: 'web',
    status: 'passed',
    details: [],
    facts: { imageBytes: 182_400_000, seconds: 41.2 },
    durationMs: 41_200,
  },
];

describe('printCheckText', () => {
  test('a pass is one line; a failure says where, what and what to do', () => {
    expect(printCheckText(results, { language: 'en', color: false, width: 100 })).toBe(`\
 schema  ✓ web/deployment.yaml  objects 2
 schema  – kustomization.yaml   skipped
           a kustomization
 policy  ✗ web/deployment.yaml  failed
           :16 error policy/run-as-user Deployment/web
             the pod runs as user 0
             do: choose another user
 build   ✓ web                  imageBytes 182 MB · seconds 41 s

 2 passed · 1 failed · 1 skipped
`);
  });

  test('Chinese is aligned and punctuated', () => {
    const text = printCheckText(results, { language: 'zh-CN', color: false, width: 100 });
    expect(text).toContain(
      ' policy  ✗ web/deployment.yaml  失败\n           :16 错误 policy/run-as-user Deployment/web\n             Pod 以用户 0 运行\n             处理：改用其他用户\n',
    );
    expect(text.endsWith(' 通过 2 · 失败 1 · 跳过 1\n')).toBe(true);
  });

  test('colours only when asked', () => {
    const colored = printCheckText(results, { language: 'en', color: true, width: 100 });
    const plain = printCheckText(results, { language: 'en', color: false, width: 100 });
    expect(colored).toContain('\u001b[31m✗\u001b[0m');
    expect(colored.replace(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '')).toBe(plain);
  });

  test('counts passes when there are many, unless told to show all', () => {
    const many = Array.from({ length: 30 }, (_, i): CheckResult => ({
      check: 'schema',
      target: `${i}.yaml`,
      status: 'passed',
      details: [],
      durationMs: 0,
    }));
    const options = { language: 'en', color: false, width: 80 } as const;
    expect(printCheckText(many, options)).toBe(' schema  ✓ 30 passed (--verbose shows each)\n\n 30 passed\n');
    expect(printCheckText(many, { ...options, verbose: true }).split('\n')).toHaveLength(33);
  });
});

describe('wrap', () => {
  test('breaks at spaces and between Chinese characters, by columns', () => {
    expect(wrap('the quick brown fox jumps', 20)).toEqual(['the quick brown fox', 'jumps']);
    const lines = wrap('容器启动后立即退出，原因是配置文件中写死了旧数据库地址。', 20);
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(20);
    expect(lines.join('')).toBe('容器启动后立即退出，原因是配置文件中写死了旧数据库地址。');
    expect(lines.some((line) => /^[，。]/.test(line))).toBe(false);
  });

  test('keeps paragraphs and does not lose a long word', () => {
    expect(wrap('a\nb', 30)).toEqual(['a', 'b']);
    expect(wrap(`x ${'y'.repeat(40)}`, 20)).toEqual(['x', 'y'.repeat(40)]);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { format } from 'prettier';
import { createGenerator } from 'ts-json-schema-generator';
import { ConfigError } from '../../model/errors.js';
import { representativePlan } from '../../test/plans/representative-plan.js';
import { updatesGolden } from '../../test/update-golden.js';
import { parsePlan } from './parse-plan.js';
import { renderPlan } from './render-plan.js';

const root = new URL('../../', import.meta.url).pathname;
const schema = JSON.parse(readFileSync(`${root}model/plan.schema.json`, 'utf8')) as object;
const text = renderPlan(representativePlan);

function read(edited: string): unknown {
  return parsePlan(edited, { file: 'out/drydock.yaml', schema });
}

/** What is said of an edit: `line: message | hint`. */
function told(edited: string, language: 'en' | 'zh-CN' = 'en'): string {
  try {
    read(edited);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.file).toBe('out/drydock.yaml');
    return `${error.line ?? 0}: ${error.said[language]} | ${error.advice?.[language] ?? ''}`;
  }
  return 'fits';
}

/** The plan with one line of a component's edited, and that line's number. */
function edit(from: RegExp, to: string): { readonly edited: string; readonly line: number } {
  const component = text.indexOf('\n  order-web:');
  const match = from.exec(text.slice(component));
  if (!match) throw new Error(`nothing matches ${from.source}`);
  const at = component + match.index;
  const edited = text.slice(0, at) + match[0].replace(from, to) + text.slice(at + match[0].length);
  return { edited, line: text.slice(0, at).split('\n').length };
}

test('the schema is what the types say', async () => {
  const generator = createGenerator({
    path: `${root}model/plan.ts`,
    type: 'Plan',
    tsconfig: `${root}tsconfig.json`,
    skipTypeCheck: true,
  });
  const file = `${root}model/plan.schema.json`;
  const fresh = JSON.stringify(generator.createSchema('Plan'));
  if (updatesGolden)
    writeFileSync(
      file,
      await format(JSON.stringify(JSON.parse(fresh), null, 2), { parser: 'json', printWidth: 110 }),
    );
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(fresh));
}, 60_000);

test('a plan as it was rendered is read as it was', () => {
  expect(read(text)).toEqual(JSON.parse(JSON.stringify(representativePlan)));
});

describe('an edit that makes no sense is told with its line and what to do', () => {
  test.each([
    [/replicas: \d+/, 'replicas: -1', 'must be a whole number, zero or more | 0 stops the component'],
    [/replicas: \d+/, 'replicas: 1.5', 'must be a whole number, zero or more | 0 stops the component'],
    [/replicas: \d+/, 'replicas: two', 'must be a number, not a text | write a number here'],
    [/replicas: \d+/, 'replicas:', 'must be a number, not empty | write a number here'],
    [/exposure: \w+/, 'exposure: pubic', 'must be none or cluster or public | did you mean public?'],
    [/exposure: \w+/, 'exposure: 1', 'must be a text, not a number | write a text here'],
    [/user: \d+/, 'user: 0', 'must be above 0 | nothing runs as root'],
    [/contextPath: \S+/, 'contextPath: order', 'must begin with / | an absolute path'],
    [/( +)port: \d+/, '$1port: 80800', 'must be a port, 1 to 65535 | give the port'],
    [/memory: \S+/, 'memory: 2GB', 'is not a quantity | a number with a unit'],
    [/memory: \S+/, 'memory: 99Gi', 'is more than the limit | lower the request'],
    [/cpu: \S+/, 'cpu: 99', 'must be a text, not a number | write a text here'],
  ])('%s → %s', (from, to, said) => {
    const { edited, line } = edit(from, to);
    const sentence = told(edited);
    expect(sentence).toMatch(new RegExp(`^${line}: components\\.order-web\\.[\\w.[\\]-]+: `));
    expect(sentence).toContain(said);
  });

  test('an unknown key, with the one that was meant', () => {
    const { edited, line } = edit(/replicas: (\d+)/, 'replica: $1');
    expect(told(edited)).toBe(
      `${line}: components.order-web.replica: is not a field of the plan | did you mean replicas?`,
    );
    const far = edit(/replicas: (\d+)/, 'colour: $1');
    expect(told(far.edited)).toMatch(/colour: is not a field of the plan \| one of: application, build, /);
  });

  test('a component that does not exist', () => {
    const target = edit(/target: (\S+)/, 'target: $1x');
    expect(told(target.edited)).toMatch(
      new RegExp(`^${target.line}: .*no component or dependency is called .*x \\| did you mean `),
    );
    const used = text.replace(/usedBy:\n( +)- order-web/, 'usedBy:\n$1- order-wep');
    expect(told(used)).toMatch(
      /dependencies\..*usedBy\[0\]: no component is called order-wep \| did you mean order-web\?/,
    );
  });

  test('a port or a Secret that does not exist', () => {
    const probe = edit(/(readiness:[^]*?)port: http/, '$1port: web');
    expect(told(probe.edited)).toMatch(
      /readiness\.port: no port of this component is called web \| one of: /,
    );
    const secret = edit(/secret: (\S+)\n/, 'secret: nobody\n');
    expect(told(secret.edited)).toMatch(/env\[\d+\]\.secret: no Secret of the plan is called nobody \| /);
  });

  test('what lies outside of components', () => {
    expect(told(text.replace('namespace: legacy', 'namespace: Legacy_1'))).toMatch(
      /^\d+: settings\.namespace: cannot be the name of a Kubernetes object \| lower-case letters/,
    );
    expect(told(text.replace('kubernetesVersion: "1.34"', 'kubernetesVersion: 1.34'))).toMatch(
      /settings\.kubernetesVersion: must be a text, not a number/,
    );
    expect(told(text.replace('kubernetesVersion: "1.34"', 'kubernetesVersion: v1.34.4'))).toMatch(
      /is not a Kubernetes minor version \| major and minor in quotes/,
    );
    expect(told(text.replace('version: 1\n', 'version: 2\n'))).toMatch(/^\d+: version: must be 1 \| /);
    expect(told(text.replace(/^dependencies:$/m, 'dependancies:'))).toMatch(/did you mean dependencies\?/);
  });

  test('what is no YAML, and what is no plan', () => {
    expect(told('version: 1\n  x: [\n')).toMatch(/^\d+: .* \| correct the YAML at this line$/);
    expect(told('a: *b\n')).toMatch(/ \| correct the YAML at this line$/);
    expect(told('')).toBe(
      '1: the plan: must be a mapping (key: value), not empty | write a mapping (key: value) here',
    );
    expect(told('- 1\n')).toMatch(/the plan: must be a mapping \(key: value\), not a list/);
    expect(told('version: 1\n')).toMatch(/^1: the plan: settings is missing \| add settings/);
  });

  test('in Chinese when asked', () => {
    const { edited, line } = edit(/replicas: \d+/, 'replicas: -1');
    expect(told(edited, 'zh-CN')).toBe(
      `${line}: components.order-web.replicas：必须是不小于 0 的整数 | 填 0 表示停止该组件`,
    );
  });
});

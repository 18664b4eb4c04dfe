import { describe, expect, test } from '@jest/globals';
import { readManifests } from '../documents/read-manifests.js';
import { checkManifestPolicy } from './check-policy.js';
import { manifestRules } from './manifest-rules.js';

import { besides, cases } from './manifest-rules.cases.js';
import { changed, good } from './manifest-rules.fixture.js';

function inspect(yaml: string) {
  const file = readManifests({ path: 'a.yaml', bytes: Buffer.from(yaml) }, new Set());
  if (file.is !== 'manifests') throw new Error(file.is);
  return checkManifestPolicy(['a.yaml'], file.manifests);
}

function rulesBroken(yaml: string): string[] {
  return [...new Set(inspect(yaml).flatMap(({ details }) => details.map(({ rule }) => rule)))];
}

describe('policy over manifests', () => {
  test('a good set passes every rule', () => {
    const results = inspect(good);
    expect(results.flatMap(({ details }) => details.map(({ rule, line }) => `${rule} ${line ?? 0}`))).toEqual(
      [],
    );
    expect(results).toMatchObject([
      { check: 'policy', target: 'a.yaml', status: 'passed', facts: { objects: 10 } },
    ]);
  });

  test.each(cases)('%s: %s', (rule, what, yaml) => {
    const expected = [rule, ...(besides[`${rule} ${what}`] ?? [])].map((id) => `policy/${id}`);
    expect(rulesBroken(yaml).sort()).toEqual(expected.sort());
  });

  test('a claim that a StatefulSet makes is there, one beyond its replicas is not', () => {
    const templates = 'volumeClaimTemplates: [{ metadata: { name: data }, spec: {} }]';
    const withTemplates = (claim: string) =>
      changed('claimName: web-data', `claimName: ${claim}`).replace(
        'serviceName: db',
        `serviceName: db\n  ${templates}`,
      );
    expect(rulesBroken(withTemplates('data-db-0'))).toEqual([]);
    for (const claim of ['data-db-1', 'data-db-x', 'log-db-0'])
      expect(rulesBroken(withTemplates(claim))).toEqual(['policy/references-resolve']);
  });

  test('every rule has a case, an id of its own and texts in both languages', () => {
    expect([...new Set(cases.map(([rule]) => rule))].sort()).toEqual(
      manifestRules.map(({ id }) => id).sort(),
    );
    for (const { title, why, fix } of manifestRules) {
      for (const text of [title, why, fix]) {
        expect(text.en).not.toMatch(/[\u4e00-\u9fff]/);
        expect(text['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
      }
    }
  });

  test('a detail points at its line, its object and what to do', () => {
    const [result] = inspect(changed('runAsUser: 10001', 'runAsUser: 0'));
    expect(result).toMatchObject({
      status: 'failed',
      details: [
        {
          rule: 'policy/run-as-user',
          severity: 'error',
          file: 'a.yaml',
          line: 16,
          subject: 'Deployment/web',
        },
      ],
    });
    expect(result?.details[0]?.hint?.en).toContain('choose a user other than 0');
  });

  test('a warning alone does not fail a file', () => {
    const [result] = inspect(changed('      automountServiceAccountToken: false\n      term', '      term'));
    expect(result).toMatchObject({ status: 'passed', details: [{ severity: 'warning' }] });
  });

  test('a rule ignored with a reason is skipped with that reason; without one it counts', () => {
    const annotated = (value: string) =>
      changed(
        '  name: web\nspec:',
        `  name: web\n  annotations: { drydock.dev/ignore: "${value}" }\nspec:`,
      ).replace('runAsUser: 10001', 'runAsUser: 0');
    const [file, ignored] = inspect(annotated('run-as-user: vendor image, ticket 4711'));
    expect(file?.status).toBe('passed');
    expect(ignored).toMatchObject({ status: 'skipped', target: 'a.yaml:5', details: [] });
    expect(ignored?.reason?.en).toContain('vendor image, ticket 4711');
    expect(inspect(annotated('run-as-user')).map(({ status }) => status)).toEqual(['failed']);
    expect(inspect(annotated('host-ports: another rule')).map(({ status }) => status)).toEqual(['failed']);
  });

  test('a secret that is found is not repeated', () => {
    expect(
      JSON.stringify(
        inspect(changed('{ name: TZ, value: Asia/Shanghai }', '{ name: REDIS_PASSWORD, value: Zk9pQ7 }')),
      ),
    ).not.toContain('Zk9pQ7');
  });

  test('a Secret that an operator makes is no dangling reference', () => {
    const external =
      '---\napiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: web-db }\nspec: {}\n';
    const yaml = good.replace(/---\napiVersion: v1\nkind: Secret\n.*\n.*\n/, external);
    expect(yaml).toContain('ExternalSecret');
    expect(rulesBroken(yaml)).toEqual([]);
  });
});

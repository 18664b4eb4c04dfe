import { describe, expect, test } from '@jest/globals';
import { readManifests } from '../documents/read-manifests.js';
import { parsePath, refusalsOf, warningsOf } from './api-error.js';

const yaml = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 1
  template:
    spec:
      containers:
        - name: app
          image: a:1
`;

function manifest() {
  const file = readManifests({ path: 'a.yaml', bytes: Buffer.from(yaml) }, new Set());
  const [first] = file.is === 'manifests' ? file.manifests : [];
  if (first === undefined) throw new Error('no manifest');
  return first;
}

const refusals = (body: object, status = 422) =>
  refusalsOf({ status, headers: {}, body: JSON.stringify(body) }, manifest(), { check: 'dry-run' }).map(
    ({ rule, line, message }) => [rule, line, message.en] as const,
  );

test.each([
  ['spec.template.spec.containers[0].image', ['spec', 'template', 'spec', 'containers', 0, 'image']],
  ['metadata.labels[app.kubernetes.io/name]', ['metadata', 'labels', 'app.kubernetes.io/name']],
  ['', []],
])('parsePath(%s)', (text, path) => {
  expect(parsePath(text)).toEqual(path);
});

describe('refusalsOf', () => {
  // Answers as a 1.34 API server gives them.
  test('finds the line of each cause', () => {
    const causes = [
      { reason: 'FieldValueRequired', message: 'Required value', field: 'spec.selector' },
      {
        reason: 'FieldValueInvalid',
        message: 'Invalid value: "a b"',
        field: 'spec.template.spec.containers[0].image',
      },
    ];
    expect(refusals({ message: 'Deployment is invalid', details: { causes } })).toEqual([
      ['dry-run/invalid', 4, 'the API server refuses it: Required value'],
      ['dry-run/invalid', 10, 'the API server refuses it: Invalid value: "a b"'],
    ]);
  });

  test('finds the line of an unknown field', () => {
    const message =
      'failed to create typed patch object (x/web; apps/v1, Kind=Deployment): .spec.replicas: field not declared in schema';
    expect(refusals({ message }, 500)).toMatchObject([
      ['dry-run/invalid', 5, expect.stringContaining('field not declared')],
    ]);
  });

  test('names pod security, quotas and missing rights', () => {
    const message =
      'pods "web-1" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false';
    expect(refusals({ message }, 403)[0]?.[2]).toBe(
      'pod security "restricted" does not admit the pod: allowPrivilegeEscalation != false',
    );
    expect(refusals({ message: 'exceeded quota: small' }, 403)[0]?.[0]).toBe('dry-run/quota');
    expect(refusals({ message: 'User "dev" cannot patch' }, 403)[0]?.[0]).toBe('dry-run/forbidden');
  });

  test('an answer that is no JSON is shown as it is', () => {
    expect(
      refusalsOf({ status: 502, headers: {}, body: 'bad gateway' }, manifest(), { check: 'x' })[0]?.message
        .en,
    ).toContain('bad gateway');
  });
});

test('warnings of the API server are read from its header', () => {
  const headers = { warning: '299 - "v1 ComponentStatus is deprecated", 299 - "say \\"no\\""' };
  expect(warningsOf({ status: 200, headers, body: '' })).toEqual([
    'v1 ComponentStatus is deprecated',
    'say "no"',
  ]);
  expect(warningsOf({ status: 200, headers: {}, body: '' })).toEqual([]);
});

import { expect, test } from '@jest/globals';
import { readManifests } from '../documents/read-manifests.js';
import { checkKustomization } from './check-kustomization.js';

function check(path: string, text: string, files: readonly string[], directories: readonly string[]) {
  const read = readManifests({ path, bytes: Buffer.from(text) }, new Set());
  if (read.is !== 'kustomization') throw new Error(`read as ${read.is}`);
  const result = checkKustomization(read, { files: new Set([path, ...files]), directories });
  return [
    result.status,
    ...result.details.map(({ rule, line, message }) => `${rule}:${line} ${message.en.split(' ')[0]}`),
  ];
}

test('what a kustomization lists must exist: files, and directories with a kustomization', () => {
  const text = 'resources:\n  - a.yaml\n  - ../base\n  - gone.yaml\n  - ../empty\n';
  expect(
    check('out/app/kustomization.yaml', text, ['out/app/a.yaml', 'out/base/kustomization.yml'], ['out']),
  ).toEqual(['failed', 'schema/missing-file:4 gone.yaml', 'schema/missing-file:5 ../empty']);
});

test('nothing is said of addresses, inline patches, and places that were not looked at', () => {
  const text = `resources:
  - https://example.org/base?ref=v1
  - github.com/example/base
  - ../elsewhere
patchesStrategicMerge:
  - |
    kind: Deployment
patches:
  - path: patch.yaml
  - patch: "[]"
`;
  expect(check('app/kustomization.yaml', text, ['app/patch.yaml'], ['app'])).toEqual(['passed']);
  expect(check('kustomization.yaml', 'resources: [x.yaml]\n', [], [])).toEqual(['passed']);
  expect(check('kustomization.yaml', 'resources: [x.yaml, ../y.yaml]\n', [], [''])).toEqual([
    'failed',
    'schema/missing-file:1 x.yaml',
  ]);
});

test('an unknown field is an error with the field that was meant', () => {
  expect(check('kustomization.yaml', 'namespace: a\nresource: [a.yaml]\n', [], [''])).toEqual([
    'failed',
    'schema/unknown-field:2 unknown',
  ]);
});

import { describe, expect, test } from '@jest/globals';
import { findCharts, readManifests } from './read-manifests.js';

const read = (path: string, content: string | Uint8Array, charts: string[] = []) =>
  readManifests(
    { path, bytes: typeof content === 'string' ? Buffer.from(content) : content },
    new Set(charts),
  );

const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n';

describe('readManifests', () => {
  test('tells objects from other YAML', () => {
    expect(read('a.yaml', configMap)).toMatchObject({
      is: 'manifests',
      manifests: [{ subject: 'ConfigMap/a', namespace: '' }],
    });
    expect(read('docker-compose.yml', 'services:\n  web:\n    image: a\n').is).toBe('other');
    expect(read('package.json', '{"name": "a"}').is).toBe('other');
    expect(read('broken-but-not-ours.yaml', 'a: [\n').is).toBe('other');
  });

  test('GBK and broken YAML are errors with a line', () => {
    // 订单 in GBK.
    const gbk = Buffer.concat([
      Buffer.from(`${configMap}data:\n  title: `),
      Buffer.from([0xb6, 0xa9, 0xb5, 0xa5]),
      Buffer.from('\n'),
    ]);
    expect(read('gbk.yaml', gbk)).toMatchObject({ is: 'broken', line: 6 });
    expect(read('broken.yaml', `${configMap}data:\n  a: [1, 2\n  b: 3\n`)).toMatchObject({
      is: 'broken',
      line: 7,
    });
    expect(read('loop.yaml', `${configMap}data: *nowhere\n`)).toMatchObject({ is: 'broken' });
  });

  test('a byte order mark and Windows line ends do not matter', () => {
    const file = read('a.yaml', `\uFEFF${configMap.replaceAll('\n', '\r\n')}`);
    expect(file).toMatchObject({ is: 'manifests', faults: [] });
  });

  test('kustomizations are known by their name or type', () => {
    expect(read('k/kustomization.yaml', 'resources: [a.yaml]\n').is).toBe('kustomization');
    expect(read('Kustomization', 'resources: [a.yaml]\n').is).toBe('kustomization');
    expect(read('k/kustomization.yaml', 'resources: [a.yaml\n').is).toBe('broken');
    const component = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Component\n';
    expect(read('x.yaml', component).is).toBe('kustomization');
  });

  test('Helm charts are skipped with a reason', () => {
    const charts = [...findCharts(['shop/Chart.yaml', 'a/b.yaml'])];
    expect(charts).toEqual(['shop']);
    expect(read('shop/templates/sub/a.yaml', configMap, charts).is).toBe('skipped');
    expect(read('shop/values.yaml', 'replicas: 1\n', charts).is).toBe('other');
    expect(read('loose.yaml', configMap.replace('a\n', '{{ .Release.Name }}\n')).is).toBe('skipped');
    // Braces inside a value are data.
    expect(read('rules.yaml', `${configMap}data:\n  text: "{{ value }}"\n`).is).toBe('manifests');
  });

  test('a document without type beside others is a fault', () => {
    expect(read('a.yaml', `${configMap}---\nname: x\n`)).toMatchObject({
      is: 'manifests',
      faults: [{ rule: 'type-meta', line: 6 }],
    });
  });

  test('anchors and merge keys are followed, also for lines', () => {
    const file = read('a.yaml', `${configMap}data: &d\n  a: "1"\nbinaryData:\n  <<: *d\n`);
    if (file.is !== 'manifests') throw new Error(file.is);
    expect(file.manifests[0]?.value.binaryData).toEqual({ a: '1' });
    expect(file.manifests[0]?.lineOf(['data', 'a'])).toBe(6);
    expect(file.manifests[0]?.lineOf(['binaryData', 'nothing'])).toBe(7);
  });
});

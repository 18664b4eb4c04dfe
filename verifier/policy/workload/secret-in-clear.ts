import { isObject, listOf, objectOf, textOf } from '../../documents/json.js';
import type { FieldPath, Manifest } from '../../documents/manifest.js';
import { podOf, templatePathOf } from '../../documents/pods.js';
import { findSecrets, isSecretSetting } from '../../secrets/find-secrets.js';
import { say } from '../rule.js';
import type { ManifestHit, ManifestRule } from '../rule.js';

export const secretInClear: ManifestRule = {
  id: 'secret-in-clear',
  severity: 'error',
  title: say('A secret stands in clear', '密钥以明文出现'),
  why: say(
    'Everybody who may read Deployments and ConfigMaps, the repository or a backup reads it too; it can’t be rotated without a release.',
    '任何能查看 Deployment、ConfigMap、代码仓库或备份的人都能看到它，而且不发版就无法轮换。',
  ),
  fix: say(
    'move the value into a Secret and refer to it with secretKeyRef or a mounted file',
    '将其放入 Secret，并通过 secretKeyRef 或挂载文件引用',
  ),
  inspect: function* (set) {
    for (const manifest of set.manifests) {
      yield* inAnnotations(manifest, ['metadata']);
      const template = templatePathOf(manifest);
      if (template !== undefined && template.length > 0)
        yield* inAnnotations(manifest, [...template, 'metadata']);
      if (manifest.kind === 'ConfigMap') yield* inConfigMap(manifest);
      yield* inContainers(manifest);
    }
  },
};

function hit(manifest: Manifest, path: FieldPath, key: string): ManifestHit {
  return { manifest, path, message: say(`${key} has a secret for a value`, `${key} 的值是明文密钥`) };
}

function* inAnnotations(manifest: Manifest, path: FieldPath): Generator<ManifestHit> {
  const metadata = path.reduce<unknown>((at, part) => objectOf(at)[part], manifest.value);
  for (const [key, value] of Object.entries(objectOf(objectOf(metadata).annotations))) {
    if (typeof value !== 'string' || key.startsWith('drydock.dev/')) continue;
    if (isSecretSetting(key, value) || findSecrets(value).length > 0)
      yield hit(manifest, [...path, 'annotations', key], key);
  }
}

function* inConfigMap(manifest: Manifest): Generator<ManifestHit> {
  for (const [key, value] of Object.entries(objectOf(manifest.value.data))) {
    if (typeof value !== 'string') continue;
    if (!value.includes('\n') && isSecretSetting(key, value)) yield hit(manifest, ['data', key], key);
    else {
      for (const found of findSecrets(value)) {
        const where = say(
          `${key}, line ${found.line}: ${found.key} has a secret for a value`,
          `${key} 第 ${found.line} 行：${found.key} 的值是明文密钥`,
        );
        yield { manifest, path: ['data', key], message: where };
      }
    }
  }
}

function* inContainers(manifest: Manifest): Generator<ManifestHit> {
  for (const { value, path } of podOf(manifest)?.containers ?? []) {
    for (const [i, item] of listOf(value.env).entries()) {
      if (!isObject(item)) continue;
      const [name, text] = [textOf(item.name), textOf(item.value)];
      if (isSecretSetting(name, text) || findSecrets(text).length > 0)
        yield hit(manifest, [...path, 'env', i], name);
    }
    for (const field of ['command', 'args'] as const) {
      for (const [i, item] of listOf(value[field]).entries()) {
        const [found] = findSecrets(textOf(item));
        if (found) yield hit(manifest, [...path, field, i], found.key);
      }
    }
  }
}

import { isObject, listOf, objectOf, textOf } from '../../documents/json.js';
import type { FieldPath, Manifest } from '../../documents/manifest.js';
import type { ManifestSet } from '../manifest-set.js';
import { say } from '../rule.js';
import type { ManifestHit, ManifestRule } from '../rule.js';

export const ingressBackend: ManifestRule = {
  id: 'ingress-backend',
  severity: 'error',
  title: say('An Ingress leads to no Service', 'Ingress 没有对应的 Service'),
  why: say(
    'The controller answers 503 for a Service or port that does not exist.',
    'Service 或端口不存在时，控制器只会返回 503。',
  ),
  fix: say('name a Service of these files and one of its ports', '填写这些文件中已有的 Service 及其端口'),
  inspect: function* (set) {
    // Where no Service is at all, they live elsewhere.
    if (set.ofKind('Service').length === 0) return;
    for (const ingress of set.ofKind('Ingress')) {
      for (const { backend, path } of backendsOf(ingress)) yield* judge(ingress, backend, { path, set });
    }
  },
};

function* backendsOf(ingress: Manifest): Generator<{ backend: unknown; path: FieldPath }> {
  const spec = objectOf(ingress.value.spec);
  yield { backend: spec.defaultBackend, path: ['spec', 'defaultBackend'] };
  for (const [i, rule] of listOf(spec.rules).entries()) {
    for (const [j, item] of listOf(objectOf(objectOf(rule).http).paths).entries()) {
      yield { backend: objectOf(item).backend, path: ['spec', 'rules', i, 'http', 'paths', j, 'backend'] };
    }
  }
}

function* judge(
  ingress: Manifest,
  backend: unknown,
  at: { path: FieldPath; set: ManifestSet },
): Generator<ManifestHit> {
  const service = objectOf(backend).service;
  if (!isObject(service)) return;
  const name = textOf(service.name);
  const target = at.set.find(ingress, 'Service', name);
  if (target === undefined) {
    const message = say(`Service "${name}" is not among these files`, `这些文件中没有 Service“${name}”`);
    yield { manifest: ingress, path: at.path, message };
    return;
  }
  const port = objectOf(service.port);
  const known = listOf(objectOf(target.value.spec).ports)
    .map(objectOf)
    .some((candidate) =>
      port.number === undefined ? candidate.name === port.name : candidate.port === port.number,
    );
  if (known) return;
  const shown = typeof port.number === 'number' ? port.number : textOf(port.name);
  const message = say(`Service "${name}" has no port ${shown}`, `Service“${name}”没有端口 ${shown}`);
  yield { manifest: ingress, path: at.path, message };
}

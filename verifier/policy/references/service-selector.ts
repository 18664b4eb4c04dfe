import { isObject, listOf, objectOf } from '../../documents/json.js';
import type { Manifest } from '../../documents/manifest.js';
import type { PodView } from '../../documents/pods.js';
import { labelsMatch } from '../../documents/selector.js';
import { sameNamespace } from '../manifest-set.js';
import type { ManifestSet } from '../manifest-set.js';
import { say } from '../rule.js';
import type { ManifestHit, ManifestRule } from '../rule.js';

/** The pods of the set that a Service sends requests to. */
export function podsOfService(service: Manifest, set: ManifestSet): PodView[] {
  const selector = objectOf(objectOf(service.value.spec).selector);
  if (Object.keys(selector).length === 0) return [];
  return set.pods.filter(
    ({ manifest, labels }) => sameNamespace(manifest, service) && labelsMatch(selector, labels),
  );
}

export const serviceSelector: ManifestRule = {
  id: 'service-selector',
  severity: 'error',
  title: say('A Service leads nowhere', 'Service 没有后端'),
  why: say(
    'A Service whose selector or port fits no pod is accepted by the cluster and answers nothing.',
    '选择器或端口对不上任何 Pod 的 Service 会被集群接受，但不会有任何响应。',
  ),
  fix: say(
    "make selector and targetPort fit the pod's labels and ports",
    '使 selector 与 targetPort 同 Pod 的标签和端口一致',
  ),
  inspect: function* (set) {
    for (const service of set.ofKind('Service')) {
      if (service.apiVersion === 'v1') yield* judge(service, set);
    }
  },
};

function* judge(service: Manifest, set: ManifestSet): Generator<ManifestHit> {
  const spec = objectOf(service.value.spec);
  const selector = objectOf(spec.selector);
  if (Object.keys(selector).length === 0 || spec.type === 'ExternalName') return;
  const pods = podsOfService(service, set);
  if (pods.length === 0) {
    // Where no pods are at all, the Service may belong to pods that live elsewhere.
    if (set.pods.length === 0) return;
    const message = say('selects none of the pods here', '没有选中这里的任何 Pod');
    yield { manifest: service, path: ['spec', 'selector'], message };
    return;
  }
  for (const [i, port] of listOf(spec.ports).entries()) {
    if (isObject(port)) yield* judgePort(port, pods, { service, i });
  }
}

function* judgePort(
  port: Readonly<Record<string, unknown>>,
  pods: readonly PodView[],
  at: { service: Manifest; i: number },
): Generator<ManifestHit> {
  const target = port.targetPort ?? port.port;
  const declared = pods.flatMap(({ containers }) =>
    containers.flatMap(({ value }) => listOf(value.ports).map(objectOf)),
  );
  const known = declared.some(
    ({ name, containerPort }) => target === (typeof target === 'string' ? name : containerPort),
  );
  if (known || (typeof target !== 'string' && typeof target !== 'number')) return;
  const field = port.targetPort === undefined ? 'port' : 'targetPort';
  const message = say(`no container here declares the port ${target}`, `这里没有容器声明端口 ${target}`);
  const path = ['spec', 'ports', at.i, field];
  // Declaring a number is optional, so an undeclared one may still work; a name must exist.
  const certain = typeof target === 'string';
  yield { manifest: at.service, path, message, ...(!certain && { severity: 'warning' as const }) };
}

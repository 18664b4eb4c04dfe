import { objectOf, textOf } from '../../documents/json.js';
import { say } from '../rule.js';
import type { ManifestRule } from '../rule.js';
import { podsOfService } from './service-selector.js';

export const statefulService: ManifestRule = {
  id: 'stateful-service',
  severity: 'error',
  title: say('A StatefulSet has no headless Service', 'StatefulSet 没有对应的 Headless Service'),
  why: say(
    'Its pods get their stable names (pod-0.service) from the Service in serviceName; without it members of a cluster do not find each other.',
    'Pod 的稳定域名（pod-0.service）来自 serviceName 指定的 Service，缺少它集群成员无法互相发现。',
  ),
  fix: say(
    'add a Service of that name with clusterIP: None that selects the pods',
    '添加同名且 clusterIP: None 的 Service 并选中这些 Pod',
  ),
  inspect: function* (set) {
    for (const manifest of set.ofKind('StatefulSet')) {
      const name = textOf(objectOf(manifest.value.spec).serviceName);
      if (name === '') continue;
      const path = ['spec', 'serviceName'];
      const service = set.find(manifest, 'Service', name);
      if (service === undefined) {
        const message = say(`Service "${name}" is not among these files`, `这些文件中没有 Service“${name}”`);
        yield { manifest, path, message };
      } else if (objectOf(service.value.spec).clusterIP !== 'None') {
        const message = say(`Service "${name}" is not headless`, `Service“${name}”不是 Headless Service`);
        yield { manifest, path, message };
      } else if (!podsOfService(service, set).some((pod) => pod.manifest === manifest)) {
        const message = say(`Service "${name}" selects other pods`, `Service“${name}”选中的不是这些 Pod`);
        yield { manifest, path, message };
      }
    }
  },
};

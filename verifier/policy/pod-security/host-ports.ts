import { isObject, listOf } from '../../documents/json.js';
import { eachContainer, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/ (Host Ports) */
export const hostPorts: ManifestRule = {
  id: 'host-ports',
  severity: 'error',
  title: say('A container takes a port of the node', '容器占用节点端口'),
  why: say(
    'Only one pod per node can have it, it bypasses Services and NetworkPolicies, and the scheduler runs out of nodes.',
    '每个节点只能运行一个这样的 Pod，且绕过 Service 和 NetworkPolicy，调度也会因此受限。',
  ),
  fix: say('remove hostPort and reach the pod through a Service', '删除 hostPort，通过 Service 访问'),
  inspect: eachContainer(function* ({ value, path, name }) {
    for (const [i, port] of listOf(value.ports).entries()) {
      if (!isObject(port) || typeof port.hostPort !== 'number' || port.hostPort === 0) continue;
      yield {
        path: [...path, 'ports', i, 'hostPort'],
        message: say(
          `container "${name}" takes port ${port.hostPort} of its node`,
          `容器“${name}”占用节点端口 ${port.hostPort}`,
        ),
      };
    }
  }),
};

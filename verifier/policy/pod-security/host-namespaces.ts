import { eachPod, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/ (Host Namespaces) */
export const hostNamespaces: ManifestRule = {
  id: 'host-namespaces',
  severity: 'error',
  title: say('The pod shares a namespace of the host', 'Pod 共享宿主机命名空间'),
  why: say(
    "A pod in the host's network, process or IPC namespace sees what runs beside it and can reach what is bound to the node.",
    '进入宿主机的网络、进程或 IPC 命名空间后，Pod 可以看到节点上的其他进程，并访问只绑定在节点上的服务。',
  ),
  fix: say('remove hostNetwork, hostPID and hostIPC', '删除 hostNetwork、hostPID 和 hostIPC'),
  inspect: eachPod(function* ({ spec, path }) {
    for (const field of ['hostNetwork', 'hostPID', 'hostIPC'] as const) {
      if (spec[field] === true) {
        yield { path: [...path, field], message: say(`${field} is on`, `启用了 ${field}`) };
      }
    }
  }),
};

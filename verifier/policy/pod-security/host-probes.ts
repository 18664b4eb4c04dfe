import { objectOf, textOf } from '../../documents/json.js';
import { eachContainer, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';

const handlers = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
] as const;

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/ (Host Probes / Lifecycle Hooks, since 1.34) */
export const hostProbes: ManifestRule = {
  id: 'host-probes',
  severity: 'error',
  title: say('A probe or hook asks another host', '探针或生命周期钩子访问其他主机'),
  why: say(
    'The kubelet makes the call, so a host in it lets a pod send requests from the node; admission refuses it since Kubernetes 1.34.',
    '请求由 kubelet 发出，指定 host 等于让 Pod 借节点身份访问他处；自 Kubernetes 1.34 起会被准入拒绝。',
  ),
  fix: say('remove host: the pod’s own address is the default', '删除 host，默认即为 Pod 自身地址'),
  inspect: eachContainer(function* ({ value, path, name }) {
    for (const steps of handlers) {
      const handler = steps.reduce((at, step) => objectOf(at[step]), value);
      for (const type of ['httpGet', 'tcpSocket'] as const) {
        const host = textOf(objectOf(handler[type]).host);
        if (host === '') continue;
        yield {
          path: [...path, ...steps, type, 'host'],
          message: say(
            `container "${name}": ${steps.join('.')} asks the host ${host}`,
            `容器“${name}”的 ${steps.join('.')} 访问主机 ${host}`,
          ),
        };
      }
    }
  }),
};

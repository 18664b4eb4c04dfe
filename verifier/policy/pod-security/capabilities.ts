import { listOf, objectOf } from '../../documents/json.js';
import { eachContainer, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';
import { isWindows } from './windows.js';

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/ (Capabilities, restricted) */
export const capabilities: ManifestRule = {
  id: 'capabilities',
  severity: 'error',
  title: say('A container keeps Linux capabilities', '容器保留了 Linux capabilities'),
  why: say(
    'An application needs none of them; each is a part of what root may do. Pod security "restricted" allows NET_BIND_SERVICE only.',
    '应用通常不需要任何 capability，每一项都是 root 权限的一部分；Pod 安全标准 restricted 只允许 NET_BIND_SERVICE。',
  ),
  fix: say(
    'set securityContext.capabilities.drop: ["ALL"]',
    '设置 securityContext.capabilities.drop: ["ALL"]',
  ),
  inspect: eachContainer(function* ({ value, path, name }, pod) {
    if (isWindows(pod)) return;
    const context = objectOf(objectOf(value.securityContext).capabilities);
    const at = [...path, 'securityContext', 'capabilities'];
    if (!listOf(context.drop).includes('ALL')) {
      yield {
        path: [...at, 'drop'],
        message: say(
          `container "${name}" does not drop all capabilities`,
          `容器“${name}”没有丢弃全部 capabilities`,
        ),
      };
    }
    const added = listOf(context.add).filter((capability) => capability !== 'NET_BIND_SERVICE');
    if (added.length > 0) {
      const list = added.join(', ');
      yield {
        path: [...at, 'add'],
        message: say(`container "${name}" adds ${list}`, `容器“${name}”添加了 ${list}`),
      };
    }
  }),
};

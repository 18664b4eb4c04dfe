import { objectOf } from '../../documents/json.js';
import { eachContainer, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';
import { isWindows } from './windows.js';

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/ (Privilege Escalation) */
export const privilegeEscalation: ManifestRule = {
  id: 'privilege-escalation',
  severity: 'error',
  title: say('A process may gain more privileges than its parent', '进程可以获得比父进程更高的权限'),
  why: say(
    'Without allowPrivilegeEscalation: false a set-uid program in the image turns any user into root.',
    '若未设置 allowPrivilegeEscalation: false，镜像中的 setuid 程序可以让任意用户变成 root。',
  ),
  fix: say(
    'set securityContext.allowPrivilegeEscalation: false',
    '设置 securityContext.allowPrivilegeEscalation: false',
  ),
  inspect: eachContainer(function* ({ value, path, name }, pod) {
    if (isWindows(pod) || objectOf(value.securityContext).allowPrivilegeEscalation === false) return;
    yield {
      path: [...path, 'securityContext', 'allowPrivilegeEscalation'],
      message: say(`container "${name}" may escalate its privileges`, `容器“${name}”未禁止权限提升`),
    };
  }),
};

import { objectOf } from '../../documents/json.js';
import { eachContainer, eachPod, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';
import { isWindows } from './windows.js';

const good = ['RuntimeDefault', 'Localhost'];

const pods = eachPod(function* (pod) {
  const type = objectOf(objectOf(pod.spec.securityContext).seccompProfile).type;
  if (typeof type !== 'string' || good.includes(type) || isWindows(pod)) return;
  yield {
    path: [...pod.path, 'securityContext', 'seccompProfile', 'type'],
    message: say(`the pod has the seccomp profile ${type}`, `Pod 的 seccomp 配置为 ${type}`),
  };
});

const containers = eachContainer(function* ({ value, path, name }, pod) {
  if (isWindows(pod)) return;
  const own = objectOf(objectOf(value.securityContext).seccompProfile).type;
  const inherited = objectOf(objectOf(pod.spec.securityContext).seccompProfile).type;
  if (typeof own === 'string') {
    if (good.includes(own)) return;
    const message = say(
      `container "${name}" has the seccomp profile ${own}`,
      `容器“${name}”的 seccomp 配置为 ${own}`,
    );
    yield { path: [...path, 'securityContext', 'seccompProfile', 'type'], message };
  } else if (inherited === undefined) {
    const message = say(`container "${name}" has no seccomp profile`, `容器“${name}”没有 seccomp 配置`);
    yield { path, message };
  }
});

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/ (Seccomp, restricted) */
export const seccompProfile: ManifestRule = {
  id: 'seccomp-profile',
  severity: 'error',
  title: say('A container has no seccomp profile', '容器没有 seccomp 配置'),
  why: say(
    'Without a profile every system call of the kernel is open to the process.',
    '没有 seccomp 配置时，进程可以调用内核的全部系统调用。',
  ),
  fix: say(
    'set securityContext.seccompProfile.type: RuntimeDefault for the pod',
    '在 Pod 上设置 securityContext.seccompProfile.type: RuntimeDefault',
  ),
  inspect: function* (set) {
    yield* pods(set);
    yield* containers(set);
  },
};

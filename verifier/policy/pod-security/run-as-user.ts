import { objectOf } from '../../documents/json.js';
import { eachContainer, eachPod, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';

const pods = eachPod(function* ({ spec, path }) {
  if (objectOf(spec.securityContext).runAsUser !== 0) return;
  yield {
    path: [...path, 'securityContext', 'runAsUser'],
    message: say('the pod runs as user 0', 'Pod 以用户 0 运行'),
  };
});

const containers = eachContainer(function* ({ value, path, name }) {
  if (objectOf(value.securityContext).runAsUser !== 0) return;
  yield {
    path: [...path, 'securityContext', 'runAsUser'],
    message: say(`container "${name}" runs as user 0`, `容器“${name}”以用户 0 运行`),
  };
});

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/ (Running as Non-root user) */
export const runAsUser: ManifestRule = {
  id: 'run-as-user',
  severity: 'error',
  title: say('runAsUser is 0', 'runAsUser 为 0'),
  why: say('User 0 is root, whatever its name in the image is.', '用户 0 就是 root，与镜像中的用户名无关。'),
  fix: say(
    'choose a user other than 0 that can read the application’s files',
    '改用能读取应用文件的非 0 用户',
  ),
  inspect: function* (set) {
    yield* pods(set);
    yield* containers(set);
  },
};

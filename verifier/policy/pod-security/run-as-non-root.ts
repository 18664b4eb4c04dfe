import { objectOf } from '../../documents/json.js';
import { eachContainer, eachPod, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';

const pods = eachPod(function* ({ spec, path }) {
  if (objectOf(spec.securityContext).runAsNonRoot !== false) return;
  yield {
    path: [...path, 'securityContext', 'runAsNonRoot'],
    message: say('the pod sets runAsNonRoot: false', 'Pod 设置了 runAsNonRoot: false'),
  };
});

const containers = eachContainer(function* ({ value, path, name }, pod) {
  const own = objectOf(value.securityContext).runAsNonRoot;
  const inherited = objectOf(pod.spec.securityContext).runAsNonRoot;
  if ((own ?? inherited) === true || (own === undefined && inherited === false)) return;
  yield {
    path: own === false ? [...path, 'securityContext', 'runAsNonRoot'] : path,
    message: say(`container "${name}" may run as root`, `容器“${name}”可能以 root 运行`),
  };
});

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/ (Running as Non-root) */
export const runAsNonRoot: ManifestRule = {
  id: 'run-as-non-root',
  severity: 'error',
  title: say('A container may run as root', '容器可能以 root 运行'),
  why: say(
    'Root in a container is root on the node as soon as one isolation fails; most attacks on containers begin there.',
    '一旦隔离失效，容器内的 root 就是节点上的 root，多数容器攻击由此开始。',
  ),
  fix: say(
    'set securityContext.runAsNonRoot: true for the pod',
    '在 Pod 上设置 securityContext.runAsNonRoot: true',
  ),
  inspect: function* (set) {
    yield* pods(set);
    yield* containers(set);
  },
};

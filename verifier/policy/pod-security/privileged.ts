import { objectOf } from '../../documents/json.js';
import { eachContainer, eachPod, say } from '../rule.js';
import type { ManifestHit, ManifestRule } from '../rule.js';

const containers = eachContainer(function* ({ value, path, name }): Generator<Omit<ManifestHit, 'manifest'>> {
  const context = objectOf(value.securityContext);
  if (context.privileged === true) {
    const message = say(`container "${name}" is privileged`, `容器“${name}”以特权模式运行`);
    yield { path: [...path, 'securityContext', 'privileged'], message };
  }
  if (objectOf(context.windowsOptions).hostProcess === true) {
    const message = say(
      `container "${name}" is a Windows host process`,
      `容器“${name}”是 Windows HostProcess 容器`,
    );
    yield { path: [...path, 'securityContext', 'windowsOptions'], message };
  }
});

const pods = eachPod(function* ({ spec, path }) {
  if (objectOf(objectOf(spec.securityContext).windowsOptions).hostProcess === true) {
    const message = say('the pod runs Windows host processes', 'Pod 以 Windows HostProcess 方式运行');
    yield { path: [...path, 'securityContext', 'windowsOptions'], message };
  }
});

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/ (Privileged Containers, HostProcess) */
export const privileged: ManifestRule = {
  id: 'privileged',
  severity: 'error',
  title: say('A container is privileged', '容器以特权模式运行'),
  why: say(
    'A privileged container is root on the node: every isolation is off.',
    '特权容器等同于节点上的 root，所有隔离都已关闭。',
  ),
  fix: say(
    'remove privileged; grant a single capability if one is needed',
    '去掉 privileged，确有需要时只授予单项 capability',
  ),
  inspect: function* (set) {
    yield* containers(set);
    yield* pods(set);
  },
};

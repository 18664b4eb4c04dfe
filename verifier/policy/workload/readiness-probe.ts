import { isLongRunning } from '../../documents/pods.js';
import { eachContainer, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';
import { serves } from './probe-handler.js';

export const readinessProbe: ManifestRule = {
  id: 'readiness-probe',
  severity: 'error',
  title: say('A serving container has no readiness probe', '对外提供服务的容器没有就绪探针'),
  why: say(
    'Without one a pod gets requests from its first second, before the application listens, and a rollout goes on although nothing works.',
    '没有就绪探针时，Pod 一启动就会收到请求，此时应用可能尚未监听；滚动升级也会在应用不可用时继续推进。',
  ),
  fix: say(
    'add a readinessProbe on a path that answers only when requests can be served',
    '添加 readinessProbe，其路径只在能够处理请求时返回成功',
  ),
  inspect: eachContainer(function* (container, { manifest }) {
    if (!isLongRunning(manifest) || !serves(container) || container.value.readinessProbe !== undefined)
      return;
    const message = say(
      `container "${container.name}" has no readinessProbe`,
      `容器“${container.name}”没有 readinessProbe`,
    );
    yield { path: container.path, message };
  }),
};

import { isLongRunning } from '../../documents/pods.js';
import { eachContainer, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';
import { serves } from './probe-handler.js';

export const livenessProbe: ManifestRule = {
  id: 'liveness-probe',
  severity: 'error',
  title: say('A serving container has no liveness probe', '对外提供服务的容器没有存活探针'),
  why: say(
    'A process that hangs is never restarted: old applications run out of threads or memory without exiting.',
    '进程假死时不会被重启：老应用常在线程或内存耗尽后仍不退出。',
  ),
  fix: say(
    'add a livenessProbe that asks only whether the process itself answers, for example a TCP check or a static page',
    '添加 livenessProbe，只判断进程自身是否响应，例如 TCP 检查或静态页面',
  ),
  inspect: eachContainer(function* (container, { manifest }) {
    if (!isLongRunning(manifest) || !serves(container) || container.value.livenessProbe !== undefined) return;
    const message = say(
      `container "${container.name}" has no livenessProbe`,
      `容器“${container.name}”没有 livenessProbe`,
    );
    yield { path: container.path, message };
  }),
};

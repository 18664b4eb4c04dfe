import { objectOf } from '../../documents/json.js';
import { eachContainer, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';

export const resourceRequests: ManifestRule = {
  id: 'resource-requests',
  severity: 'error',
  title: say('A container does not say what it needs', '容器没有声明资源需求'),
  why: say(
    'The scheduler places pods by their requests; without them a node is filled until everything on it is slow.',
    '调度器按 requests 安排 Pod，缺少时节点会被塞满，所有应用一起变慢。',
  ),
  fix: say(
    'set resources.requests.cpu and resources.requests.memory',
    '设置 resources.requests.cpu 和 resources.requests.memory',
  ),
  inspect: eachContainer(function* ({ value, path, name, role }) {
    if (role === 'ephemeral') return;
    const { requests, limits } = objectOf(value.resources);
    // A limit alone is also the request.
    const missing = ['cpu', 'memory'].filter(
      (resource) => objectOf(requests)[resource] === undefined && objectOf(limits)[resource] === undefined,
    );
    if (missing.length === 0) return;
    const list = missing.join(', ');
    yield {
      path: [...path, 'resources'],
      message: say(`container "${name}" requests no ${list}`, `容器“${name}”没有声明 ${list} 的 requests`),
    };
  }),
};

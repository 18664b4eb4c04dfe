import { objectOf } from '../../documents/json.js';
import { eachContainer, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';

export const memoryLimit: ManifestRule = {
  id: 'memory-limit',
  severity: 'error',
  title: say('A container has no memory limit', '容器没有内存上限'),
  why: say(
    'One leak then takes the memory of the whole node, and the kernel kills something else. A JVM also sizes its heap by the limit.',
    '一处内存泄漏就可能耗尽整个节点，内核会杀掉其他进程；JVM 也按该上限决定堆大小。',
  ),
  fix: say('set resources.limits.memory', '设置 resources.limits.memory'),
  inspect: eachContainer(function* ({ value, path, name, role }) {
    if (role === 'ephemeral' || objectOf(objectOf(value.resources).limits).memory !== undefined) return;
    yield {
      path: [...path, 'resources'],
      message: say(`container "${name}" has no memory limit`, `容器“${name}”没有内存上限`),
    };
  }),
};

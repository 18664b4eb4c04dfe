import { listOf, objectOf } from '../../documents/json.js';
import { say } from '../rule.js';
import type { ManifestRule } from '../rule.js';

export const nodePort: ManifestRule = {
  id: 'node-port',
  severity: 'error',
  title: say('Two Services claim one port of the nodes', '两个 Service 占用同一节点端口'),
  why: say(
    'A node port exists once in a cluster: the second Service is refused.',
    '节点端口在整个集群内唯一，第二个 Service 会被拒绝。',
  ),
  fix: say(
    'give each Service a port of its own, or leave nodePort out',
    '为每个 Service 分配独立端口，或不指定 nodePort',
  ),
  inspect: function* (set) {
    const owners = new Map<string, string>();
    for (const service of set.ofKind('Service')) {
      for (const [i, port] of listOf(objectOf(service.value.spec).ports).entries()) {
        const { nodePort: number, protocol } = objectOf(port);
        if (typeof number !== 'number') continue;
        const key = `${number}/${typeof protocol === 'string' ? protocol : 'TCP'}`;
        const owner = owners.get(key);
        owners.set(key, owner ?? service.subject);
        if (owner === undefined) continue;
        const message = say(
          `port ${number} is also claimed by ${owner}`,
          `端口 ${number} 已被 ${owner} 占用`,
        );
        yield { manifest: service, path: ['spec', 'ports', i, 'nodePort'], message };
      }
    }
  },
};

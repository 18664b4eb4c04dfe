import { listOf, objectOf } from '../../documents/json.js';
import { eachContainer, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';

export const probePort: ManifestRule = {
  id: 'probe-port',
  severity: 'error',
  title: say('A probe asks a port that has no such name', '探针引用了不存在的端口名'),
  why: say('The cluster accepts it, and the probe fails for ever.', '集群会接受，但探针将一直失败。'),
  fix: say("use the name of one of the container's ports", '使用该容器已声明的端口名'),
  inspect: eachContainer(function* ({ value, path, name }) {
    const names = listOf(value.ports).map((port) => objectOf(port).name);
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) {
      for (const handler of ['httpGet', 'tcpSocket'] as const) {
        const { port } = objectOf(objectOf(value[probe])[handler]);
        if (typeof port !== 'string' || names.includes(port)) continue;
        yield {
          path: [...path, probe, handler, 'port'],
          message: say(
            `container "${name}" has no port named "${port}"`,
            `容器“${name}”没有名为“${port}”的端口`,
          ),
        };
      }
    }
  }),
};

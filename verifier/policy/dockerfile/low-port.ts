import { say } from '../rule.js';
import type { DockerfileRule } from '../rule.js';
import { finalChain, lastInFinal } from './dockerfile-view.js';

export const lowPort: DockerfileRule = {
  id: 'low-port',
  severity: 'warning',
  title: say('A port below 1024 and no root', '非 root 用户监听 1024 以下端口'),
  why: say(
    'Outside of Docker’s own network only root may listen there: the container starts on a laptop and fails in the cluster.',
    '除 Docker 自带网络外，只有 root 能监听这些端口：本机能启动，到集群却失败。',
  ),
  fix: say(
    'listen on 8080 or another port above 1023; the Service can still offer 80',
    '监听 8080 等 1023 以上端口，Service 对外仍可使用 80',
  ),
  inspect: function* (view) {
    const user = lastInFinal(view, 'USER')?.text.split(':')[0];
    if (user === undefined || user === '0' || user === 'root') return;
    for (const { steps } of finalChain(view)) {
      for (const step of steps) {
        if (step.keyword !== 'EXPOSE') continue;
        const ports = step.text.split(/\s+/).map((port) => Number(port.split('/')[0]));
        const low = ports.find((port) => port > 0 && port < 1024);
        if (low !== undefined)
          yield {
            line: step.line,
            message: say(`EXPOSE ${low} with USER ${user}`, `EXPOSE ${low} 而 USER 为 ${user}`),
          };
      }
    }
  },
};

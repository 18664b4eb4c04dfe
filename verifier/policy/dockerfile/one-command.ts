import { say } from '../rule.js';
import type { DockerfileRule } from '../rule.js';

export const oneCommand: DockerfileRule = {
  id: 'one-command',
  severity: 'error',
  title: say('A stage has two start commands', '同一阶段有两条启动命令'),
  why: say('Only the last CMD and the last ENTRYPOINT take effect.', '只有最后一条 CMD 和 ENTRYPOINT 生效。'),
  fix: say('keep one; start one process per container', '只保留一条，每个容器只启动一个进程'),
  inspect: function* ({ stages }) {
    for (const { steps } of stages) {
      for (const keyword of ['CMD', 'ENTRYPOINT', 'HEALTHCHECK']) {
        for (const step of steps.filter((candidate) => candidate.keyword === keyword).slice(0, -1)) {
          const message = say(`this ${keyword} is replaced by a later one`, `该 ${keyword} 会被后面的覆盖`);
          yield { line: step.line, message };
        }
      }
    }
  },
};

import { say } from '../rule.js';
import type { DockerfileRule } from '../rule.js';
import { sourcesOf } from './secret-copied.js';

export const addUrl: DockerfileRule = {
  id: 'add-url',
  severity: 'error',
  title: say('ADD fetches from the network', 'ADD 从网络下载'),
  why: say(
    'Nobody checks what arrives, and the build fails when the address does; enterprises often build without the internet.',
    '下载内容未经校验，地址失效构建就失败；企业环境也常常无法访问外网。',
  ),
  fix: say(
    'take the file from a package repository with a checksum, or keep it in the context',
    '从带校验的软件仓库获取，或放入构建上下文',
  ),
  inspect: function* ({ steps }) {
    for (const step of steps) {
      if (step.keyword !== 'ADD') continue;
      for (const source of sourcesOf(step)) {
        if (/^(https?|ftp|git):|^git@/i.test(source)) {
          if (step.flags.checksum !== undefined) continue;
          yield { line: step.line, message: say(`ADD ${source}`, `ADD ${source}`) };
        } else if (!/\.(tar|tgz|tbz2?|txz|tar\.\w+)$|\*/i.test(source) && !source.includes('$')) {
          const message = say(
            `ADD ${source}: COPY does the same without surprises`,
            `ADD ${source}：用 COPY 即可，行为更明确`,
          );
          yield { line: step.line, message, severity: 'warning' };
        }
      }
    }
  },
};

import { say } from '../rule.js';
import type { DockerfileRule } from '../rule.js';

export const workdirAbsolute: DockerfileRule = {
  id: 'workdir-absolute',
  severity: 'warning',
  title: say('WORKDIR is relative', 'WORKDIR 使用了相对路径'),
  why: say('Where it ends depends on the base image.', '最终目录取决于基础镜像。'),
  fix: say('write an absolute path', '改用绝对路径'),
  inspect: function* ({ steps }) {
    for (const { keyword, text, line } of steps) {
      if (keyword !== 'WORKDIR' || /^["']?(\/|\$|[A-Za-z]:)/.test(text)) continue;
      yield { line, message: say(`WORKDIR ${text}`, `WORKDIR ${text}`) };
    }
  },
};

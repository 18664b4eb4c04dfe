import { say } from '../rule.js';
import type { DockerfileRule } from '../rule.js';
import { lastInFinal } from './dockerfile-view.js';

export const userNonRoot: DockerfileRule = {
  id: 'user-non-root',
  severity: 'error',
  title: say('The image runs as root', '镜像以 root 运行'),
  why: say(
    'Kubernetes compares numbers: with runAsNonRoot an image without a numeric USER does not even start.',
    'Kubernetes 按数字判断：启用 runAsNonRoot 后，没有数字 USER 的镜像根本无法启动。',
  ),
  fix: say(
    'end with USER and a number other than 0, for example USER 10001:10001',
    '末尾写 USER 加非 0 数字，例如 USER 10001:10001',
  ),
  inspect: function* (view) {
    const last = view.stages.at(-1);
    if (last === undefined) return;
    const step = lastInFinal(view, 'USER');
    const user = step?.text.split(':')[0]?.trim();
    if (step === undefined || user === undefined) {
      yield { line: last.line, message: say('the final stage has no USER', '最终阶段没有 USER') };
    } else if (/^0+$/.test(user) || user === 'root') {
      yield { line: step.line, message: say(`USER ${user} is root`, `USER ${user} 就是 root`) };
    } else if (!/^\d+$/.test(user)) {
      yield {
        line: step.line,
        message: say(`USER ${user} is a name, not a number`, `USER ${user} 是名称而非数字`),
      };
    }
  },
};

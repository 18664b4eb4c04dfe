import { say } from '../rule.js';
import type { DockerfileRule } from '../rule.js';
import { lastInFinal } from './dockerfile-view.js';

export const execForm: DockerfileRule = {
  id: 'exec-form',
  severity: 'error',
  title: say('The start command is in shell form', '启动命令使用了 shell 形式'),
  why: say(
    'A shell is then process 1 and keeps SIGTERM to itself: the application never stops in order and is killed after the grace period.',
    '此时 1 号进程是 shell，SIGTERM 传不到应用，应用无法优雅停止，宽限期后会被强制杀死。',
  ),
  fix: say(
    'write a JSON array: ENTRYPOINT ["java", "-jar", "app.jar"]',
    '改写为 JSON 数组：ENTRYPOINT ["java", "-jar", "app.jar"]',
  ),
  inspect: function* (view) {
    for (const keyword of ['ENTRYPOINT', 'CMD']) {
      const step = lastInFinal(view, keyword);
      if (step === undefined || step.exec !== undefined || step.text === '') continue;
      yield { line: step.line, message: say(`${keyword} is in shell form`, `${keyword} 使用了 shell 形式`) };
    }
  },
};

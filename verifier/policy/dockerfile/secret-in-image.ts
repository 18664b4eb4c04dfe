import { findSecrets, isSecretSetting } from '../../secrets/find-secrets.js';
import { isSecretName } from '../../secrets/secret-name.js';
import { say } from '../rule.js';
import type { DockerfileRule } from '../rule.js';

export const secretInImage: DockerfileRule = {
  id: 'secret-in-image',
  severity: 'error',
  title: say('A secret is written into the image', '密钥被写入镜像'),
  why: say(
    'ENV, ARG and the commands of RUN stay readable in the history of the image for everybody who can pull it.',
    'ENV、ARG 和 RUN 命令都会保留在镜像历史中，凡能拉取镜像者都可读取。',
  ),
  fix: say('give it to the container at run time, from a Secret', '改为在运行时由 Secret 提供'),
  inspect: function* ({ steps }) {
    for (const step of steps) {
      for (const { name, value, line } of step.properties) {
        // A build argument without a value still ends in the history once somebody passes one.
        const asked = step.keyword === 'ARG' && value === '' && isSecretName(name);
        if (!asked && !isSecretSetting(name, value) && findSecrets(value).length === 0) continue;
        const message = say(`${step.keyword} ${name} holds a secret`, `${step.keyword} ${name} 含有密钥`);
        yield { line, message, ...(asked && { severity: 'warning' as const }) };
      }
      if (step.keyword !== 'RUN') continue;
      const [found] = findSecrets(step.text);
      if (found)
        yield {
          line: step.line,
          message: say(`RUN holds a secret (${found.key})`, `RUN 中含有密钥（${found.key}）`),
        };
    }
  },
};

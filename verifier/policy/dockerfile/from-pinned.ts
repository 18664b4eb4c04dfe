import { imageFault } from '../image-reference.js';
import { say } from '../rule.js';
import type { DockerfileRule } from '../rule.js';

export const fromPinned: DockerfileRule = {
  id: 'from-pinned',
  severity: 'error',
  title: say('A base image is not pinned', '基础镜像版本未固定'),
  why: say(
    'The same Dockerfile builds something else tomorrow.',
    '同一份 Dockerfile 明天构建出的内容可能不同。',
  ),
  fix: say('name an exact tag, or a digest', '写明确切的标签或摘要'),
  inspect: function* ({ stages }) {
    for (const { image, base, line } of stages) {
      if (base !== undefined || image === 'scratch') continue;
      if (image.includes('$')) {
        const message = say(
          `${image}: the variable has no default, so nothing here pins the image`,
          `${image}：变量没有默认值，此处没有固定镜像版本`,
        );
        yield { line, message, severity: 'warning' };
        continue;
      }
      const fault = imageFault(image);
      if (fault) yield { line, message: fault };
    }
  },
};

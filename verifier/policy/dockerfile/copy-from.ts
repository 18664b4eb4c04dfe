import { parseImage } from '../image-reference.js';
import { say } from '../rule.js';
import type { DockerfileRule } from '../rule.js';

export const copyFrom: DockerfileRule = {
  id: 'copy-from',
  severity: 'error',
  title: say('COPY --from names no stage', 'COPY --from 指向不存在的阶段'),
  why: say(
    'Docker then takes the name for an image and pulls a stranger’s from the internet, or fails.',
    'Docker 会把该名称当作镜像名，从外网拉取陌生镜像，或直接失败。',
  ),
  fix: say('name an earlier stage, or an image with its tag', '写前面已定义的阶段名，或带标签的镜像'),
  inspect: function* ({ stages }) {
    for (const stage of stages) {
      for (const { keyword, flags, line } of stage.steps) {
        const { from } = flags;
        if ((keyword !== 'COPY' && keyword !== 'ADD') || from === undefined || from.includes('$')) continue;
        const earlier = stages.slice(0, stage.index);
        if (
          /^\d+$/.test(from)
            ? Number(from) < earlier.length
            : earlier.some(({ name }) => name === from.toLowerCase())
        )
          continue;
        // An image is meant when it has a tag, a digest or a path.
        const { name, tag, digest } = parseImage(from);
        if (tag !== undefined || digest !== undefined || name.includes('/')) continue;
        yield { line, message: say(`no earlier stage is called "${from}"`, `前面没有名为“${from}”的阶段`) };
      }
    }
  },
};

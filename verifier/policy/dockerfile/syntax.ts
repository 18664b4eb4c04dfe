import { say } from '../rule.js';
import type { DockerfileRule } from '../rule.js';

const keywords = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);

/** https://docs.docker.com/reference/dockerfile/ */
export const syntax: DockerfileRule = {
  id: 'dockerfile-syntax',
  severity: 'error',
  title: say('The Dockerfile can’t be built', 'Dockerfile 无法构建'),
  why: say('Docker refuses the file before the first step.', 'Docker 在执行第一步之前就会拒绝该文件。'),
  fix: say('correct the instruction', '更正该指令'),
  inspect: function* ({ steps, stages }) {
    for (const { keyword, line } of steps) {
      if (!keywords.has(keyword))
        yield { line, message: say(`${keyword} is no instruction`, `${keyword} 不是有效指令`) };
    }
    const early = steps.find(({ keyword }) => keyword !== 'ARG');
    if (early !== undefined && early.keyword !== 'FROM' && keywords.has(early.keyword)) {
      yield {
        line: early.line,
        message: say(`${early.keyword} stands before FROM`, `${early.keyword} 出现在 FROM 之前`),
      };
    }
    if (stages.length === 0) yield { line: 1, message: say('there is no FROM', '没有 FROM 指令') };
  },
};

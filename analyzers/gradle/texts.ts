import type { Problem } from '../../model/problem.js';
import type { Text } from '../../model/text.js';

export const title = (): Text => ({ en: 'Gradle', 'zh-CN': 'Gradle' });

export const projectMissingText = (name: string): Pick<Problem, 'message' | 'hint'> => ({
  message: {
    en: `The project ${name} is included, but there is no such directory; the build fails.`,
    'zh-CN': `已引入子工程 ${name}，但对应目录不存在，构建将失败。`,
  },
  hint: {
    en: 'Add the directory to the input, or remove the line.',
    'zh-CN': '请补充该目录，或删除此行。',
  },
});

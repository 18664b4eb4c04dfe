import type { Text } from '../../model/text.js';

/** Sentences about files, engines and clusters that could not be reached. */
export const hostTexts = {
  unreadable: (code: string): Text => ({
    en: `can't be read${code ? ` (${code})` : ''}`,
    'zh-CN': `无法读取${code ? `（${code}）` : ''}`,
  }),
  unreadableHint: (): Text => ({
    en: 'check the path and the permissions',
    'zh-CN': '请检查路径和权限',
  }),
  tooLarge: (bytes: number): Text => ({
    en: `larger than ${bytes / 1024 / 1024} MiB, so no manifest`,
    'zh-CN': `超过 ${bytes / 1024 / 1024} MiB，不可能是清单`,
  }),
  tooLargeHint: (): Text => ({ en: 'leave the file out', 'zh-CN': '请排除该文件' }),
};

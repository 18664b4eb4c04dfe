import type { Text } from '../../model/text.js';

/** What runs at the moment. */
export const pipelineTexts = {
  analyzing: (path: string): Text => ({ en: `analysing ${path}`, 'zh-CN': `正在分析 ${path}` }),
  reading: (path: string, done: number, total: number): Text => ({
    en: `${done} of ${total} source files read in ${path}`,
    'zh-CN': `已读取 ${done}/${total} 个源文件：${path}`,
  }),
  generating: (): Text => ({ en: 'generating', 'zh-CN': '正在生成' }),
  validating: (): Text => ({ en: 'checking schema and policy', 'zh-CN': '正在校验结构与策略' }),
};

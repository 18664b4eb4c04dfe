import type { CommandDefinition } from '../command.js';

export const analyzeDefinition: CommandDefinition = {
  name: 'analyze',
  words: '[path...]',
  text: {
    en: 'find out what applications are, what they need, and what stands in the way of a move',
    'zh-CN': '识别应用的构成与依赖，找出阻碍容器化的问题',
  },
  options: [
    {
      flags: '--why <kind...>',
      text: {
        en: 'show the facts of one kind and where they come from: KIND [COMPONENT]',
        'zh-CN': '显示某一类事实及其出处：类别 [组件]',
      },
    },
    {
      flags: '--fail-on <severity>',
      text: { en: 'exit with 1 from this severity on', 'zh-CN': '存在该级别及以上的问题时以退出码 1 结束' },
      choices: ['blocker', 'warning', 'info', 'none'],
      value: 'none',
    },
  ],
  formats: ['text', 'json', 'sarif'],
  examples: [
    {
      line: 'drydock analyze ./legacy',
      text: { en: 'a directory of many applications', 'zh-CN': '分析包含多个应用的目录' },
    },
    {
      line: 'drydock analyze shop.war --format json',
      text: { en: 'an archive, as data', 'zh-CN': '分析归档文件，以 JSON 输出' },
    },
    {
      line: 'drydock analyze ./shop --why port',
      text: { en: 'where the ports come from', 'zh-CN': '查看端口信息的出处' },
    },
    {
      line: 'drydock analyze ./shop --fail-on blocker',
      text: { en: 'for CI: fail on blockers', 'zh-CN': '用于 CI：存在阻断项时失败' },
    },
  ],
  load: async () => (await import('./analyze.js')).runAnalyze,
};

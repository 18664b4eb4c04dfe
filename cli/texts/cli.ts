import type { Text } from '../../model/text.js';

/** Sentences of the command line itself. */
export const cliTexts = {
  about: (): Text => ({
    en: 'Takes old Java, PHP and middleware applications and brings them out as containers.',
    'zh-CN': '将老旧的 Java、PHP 与中间件应用改造为容器应用。',
  }),
  usage: (): Text => ({ en: 'Usage:', 'zh-CN': '用法：' }),
  options: (): Text => ({ en: 'Options:', 'zh-CN': '选项：' }),
  commands: (): Text => ({ en: 'Commands:', 'zh-CN': '命令：' }),
  words: (): Text => ({ en: 'Arguments:', 'zh-CN': '参数：' }),
  examples: (): Text => ({ en: 'Examples:', 'zh-CN': '示例：' }),
  help: (): Text => ({ en: 'show help', 'zh-CN': '显示帮助' }),
  version: (): Text => ({ en: 'show the version', 'zh-CN': '显示版本号' }),
  format: (): Text => ({ en: 'form of the output', 'zh-CN': '输出格式' }),
  lang: (): Text => ({
    en: 'language of messages: en or zh-CN (default: from the locale)',
    'zh-CN': '消息语言：en 或 zh-CN（默认取自系统区域设置）',
  }),
  quiet: (): Text => ({ en: 'no progress and no summary', 'zh-CN': '不显示进度与摘要' }),
  noColor: (): Text => ({ en: 'no colours', 'zh-CN': '不使用颜色' }),
  verbose: (): Text => ({ en: 'show details', 'zh-CN': '显示详细信息' }),
  exitCodes: (): Text => ({
    en: 'Exit codes: 0 fine · 1 findings at or above the threshold, a failed check, or nothing to generate · 2 usage or configuration · 3 a tool is missing · 130 interrupted',
    'zh-CN':
      '退出码：0 正常 · 1 存在达到阈值的问题、校验失败或没有可生成的内容 · 2 用法或配置错误 · 3 缺少外部工具 · 130 被中断',
  }),
  error: (): Text => ({ en: 'error:', 'zh-CN': '错误：' }),
  act: (): Text => ({ en: 'do:', 'zh-CN': '处理：' }),
  stopped: (): Text => ({ en: 'stopped', 'zh-CN': '已停止' }),
  unexpected: (message: string): Text => ({
    en: `unexpected: ${message} (a defect of Drydock; DRYDOCK_DEBUG=1 shows where)`,
    'zh-CN': `意外错误：${message}（这是 Drydock 的缺陷；设置 DRYDOCK_DEBUG=1 可查看出错位置）`,
  }),
  unknownLanguage: (): Text => ({
    en: '--lang: en and zh-CN are the languages that exist',
    'zh-CN': '--lang：可用的语言为 en 与 zh-CN',
  }),
  unknownOption: (name: string): Text => ({ en: `unknown option ${name}`, 'zh-CN': `未知选项 ${name}` }),
  unknownCommand: (name: string): Text => ({ en: `unknown command ${name}`, 'zh-CN': `未知命令 ${name}` }),
  missingWord: (name: string): Text => ({ en: `${name} is missing`, 'zh-CN': `缺少参数 ${name}` }),
  missingValue: (name: string): Text => ({
    en: `option ${name} needs a value`,
    'zh-CN': `选项 ${name} 需要取值`,
  }),
  invalidValue: (what: string): Text => ({ en: `invalid value: ${what}`, 'zh-CN': `取值无效：${what}` }),
  optionHelp: (at: { text: string; choices: readonly string[]; standard?: string }): Text => {
    const en = [
      ...(at.choices.length > 0 ? [at.choices.join(', ')] : []),
      ...(at.standard === undefined ? [] : [`default: ${at.standard}`]),
    ];
    const chinese = [
      ...(at.choices.length > 0 ? [`可选 ${at.choices.join('、')}`] : []),
      ...(at.standard === undefined ? [] : [`默认 ${at.standard}`]),
    ];
    return {
      en: en.length > 0 ? `${at.text} (${en.join('; ')})` : at.text,
      'zh-CN': chinese.length > 0 ? `${at.text}（${chinese.join('；')}）` : at.text,
    };
  },
  invalidChoice: (at: { option: string; value: string; choices: readonly string[] }): Text => ({
    en: `${at.option} can't be ${at.value}: it is one of ${at.choices.join(', ')}`,
    'zh-CN': `${at.option} 不能取 ${at.value}，可选值：${at.choices.join('、')}`,
  }),
  tooManyWords: (): Text => ({ en: 'too many arguments', 'zh-CN': '参数过多' }),
  seeHelp: (command: string): Text => ({
    en: `${command} --help shows what exists`,
    'zh-CN': `${command} --help 可查看全部用法`,
  }),
  didYouMean: (name: string): Text => ({ en: `did you mean ${name}?`, 'zh-CN': `是否想输入 ${name}？` }),
  unknownShell: (name: string): Text => ({
    en: `${name}: bash and zsh are the shells that exist`,
    'zh-CN': `${name}：支持的 shell 为 bash 与 zsh`,
  }),
  noPath: (path: string): Text => ({ en: `${path} does not exist`, 'zh-CN': `路径 ${path} 不存在` }),
  noInput: (path: string): Text => ({
    en: `${path} is neither a directory nor an archive`,
    'zh-CN': `${path} 既不是目录，也不是归档文件`,
  }),
  noPathHint: (): Text => ({
    en: 'give a directory, an archive (.war, .jar, .zip, .tar.gz) or a directory of applications',
    'zh-CN': '请指定目录、归档文件（.war、.jar、.zip、.tar.gz）或包含多个应用的目录',
  }),
};

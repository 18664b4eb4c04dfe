import { sameText } from '../model/text.js';
import type { Text } from '../model/text.js';

const say = (en: string, chinese: string): Text => ({ en, 'zh-CN': chinese });

/** What is wrong with a catalogue of images. */
export const catalogTexts = {
  mustBeMapping: (what: string): Text => say(`${what} must be a mapping`, `${what} 必须是键值映射`),
  wrongVersion: (): Text => say('version must be 1', 'version 必须为 1'),
  needsRegistry: (key: string): Text =>
    say(
      `${key}: repository needs a registry, docker.io/…`,
      `${key}：repository 需写明镜像仓库，如 docker.io/…`,
    ),
  releasesList: (key: string): Text =>
    say(`${key}: releases must be a list of at least one`, `${key}：releases 必须是非空列表`),
  twice: (key: string, version: string): Text =>
    say(`${key}: ${version} is listed twice`, `${key}：${version} 重复出现`),
  unknownDefault: (key: string, version: string): Text =>
    say(
      `${key}: default ${version} is not among the releases`,
      `${key}：releases 中没有 default 指定的 ${version}`,
    ),
  floatingTag: (key: string, tag: string): Text =>
    say(`${key}: ${tag} is no exact tag`, `${key}：${tag} 不是确切的标签`),
  badDigest: (key: string): Text =>
    say(
      `${key}: digest must be sha256: and 64 hexadecimal digits`,
      `${key}：digest 必须为 sha256: 加 64 位十六进制数`,
    ),
  missing: (key: string): Text => say(`${key} is missing`, `缺少 ${key}`),
  notText: (key: string): Text => say(`${key} must be text: put it in quotes`, `${key} 必须是文本，请加引号`),
  notId: (key: string): Text => say(`${key} must be a number above zero`, `${key} 必须是大于零的数字`),
  unknownField: (key: string, known: readonly string[]): Text =>
    say(
      `unknown field ${key}; known are ${known.join(', ')}`,
      `未知字段 ${key}；可用字段：${known.join('、')}`,
    ),
  hint: (): Text =>
    say(
      'correct the catalogue; the built-in one, templates/image-catalog.yaml, shows the form',
      '请修正镜像目录文件；格式可参考内置的 templates/image-catalog.yaml',
    ),
};

/** What is wrong with templates that replace ours. */
export const templateTexts = {
  /** The engine's own words. */
  broken: (reason: string): Text => sameText(reason),
  brokenHint: (): Text =>
    say('correct the template; it is written in Handlebars', '请修正该模板；模板采用 Handlebars 语法'),
  unknown: (name: string): Text => say(`${name} is the name of no template`, `没有名为 ${name} 的模板`),
  unknownHint: (names: readonly string[]): Text =>
    say(`templates are: ${names.join(', ')}`, `可覆盖的模板：${names.join('、')}`),
  unreadable: (reason: string): Text => say(`can't be read (${reason})`, `无法读取（${reason}）`),
  unreadableHint: (): Text => say('check the path and the permissions', '请检查路径和权限'),
};

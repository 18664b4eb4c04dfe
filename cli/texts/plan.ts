import type { Text } from '../../model/text.js';

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** Sentences of `plan`, `generate`, `verify` and `migrate`. */
export const planTexts = {
  noPlan: (file: string): Text => ({ en: `there is no plan ${file}`, 'zh-CN': `找不到计划文件 ${file}` }),
  noPlanHint: (): Text => ({
    en: 'drydock plan PATH -o drydock.yaml makes one',
    'zh-CN': '可用 drydock plan 路径 -o drydock.yaml 生成',
  }),
  badNamespace: (name: string): Text => ({
    en: `${name} can't be the name of a namespace`,
    'zh-CN': `${name} 不能作为命名空间名称`,
  }),
  badNamespaceHint: (): Text => ({
    en: 'lower-case letters, digits and hyphens, at most 63',
    'zh-CN': '仅限小写字母、数字与连字符，最长 63 个字符',
  }),
  unknownKubernetes: (version: string): Text => ({
    en: `there are no schemas for Kubernetes ${version}`,
    'zh-CN': `没有 Kubernetes ${version} 的 schema`,
  }),
  unknownKubernetesHint: (known: readonly string[]): Text => ({
    en: `--kubernetes-version takes ${known.join(', ')}`,
    'zh-CN': `--kubernetes-version 可取 ${known.join('、')}`,
  }),
  noBundle: (reason: string): Text => ({
    en: `the certificates can't be read (${reason})`,
    'zh-CN': `无法读取证书文件（${reason}）`,
  }),
  noBundleHint: (): Text => ({
    en: 'give a PEM file with --ca-bundle, or set settings.caBundle in the plan',
    'zh-CN': '请用 --ca-bundle 指定 PEM 文件，或修改计划中的 settings.caBundle',
  }),
  planWritten: (at: { file: string; components: number; dependencies: number; manual: number }): Text => ({
    en: `${at.file}: ${plural(at.components, 'component')}, ${plural(at.dependencies, 'dependency', 'dependencies')}, ${plural(at.manual, 'thing')} for a person to decide`,
    'zh-CN': `${at.file}：${at.components} 个组件，${at.dependencies} 个依赖，${at.manual} 项需人工处理`,
  }),
  written: (at: { written: number; unchanged: number; kept: number; removed: number }): Text => ({
    en: `${plural(at.written, 'file')} written, ${at.unchanged} unchanged, ${at.kept} kept (edited by you), ${at.removed} removed`,
    'zh-CN': `写入 ${at.written} 个文件，${at.unchanged} 个未变，保留 ${at.kept} 个（您修改过），移除 ${at.removed} 个`,
  }),
  kept: (): Text => ({ en: 'kept, edited by you:', 'zh-CN': '已保留（您修改过）：' }),
  abandoned: (): Text => ({
    en: 'no longer generated, but edited by you; delete it if it is of no use:',
    'zh-CN': '不再生成，但您修改过；若无用请自行删除：',
  }),
  next: (at: { file: string; manual: number }): Text => ({
    en:
      at.manual === 0
        ? `Next: ${at.file} says what was decided and how to deploy`
        : `Next: ${at.file} lists ${plural(at.manual, 'thing')} that only a person can do`,
    'zh-CN':
      at.manual === 0
        ? `下一步：${at.file} 说明了各项决定与部署方法`
        : `下一步：${at.file} 列出了 ${at.manual} 项需人工完成的工作`,
  }),
  logs: (directory: string): Text => ({ en: `logs: ${directory}`, 'zh-CN': `日志：${directory}` }),
};

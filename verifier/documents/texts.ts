import type { Text } from '../../model/text.js';

/** What is said of files before any check looks at them. */
export const documentTexts = {
  notUtf8: (): Text => ({
    en: 'the file is not UTF-8; Kubernetes and Docker read nothing else',
    'zh-CN': '文件不是 UTF-8 编码，而 Kubernetes 和 Docker 只接受 UTF-8',
  }),
  brokenYaml: (message: string): Text => ({
    en: `not valid YAML: ${message}`,
    'zh-CN': `YAML 语法错误：${message}`,
  }),
  duplicateKey: (): Text => ({
    en: 'the key stands twice in this map; only one of the values can take effect',
    'zh-CN': '同一层级中键重复，只有一个值会生效',
  }),
  noTypeMeta: (): Text => ({
    en: 'this document has no apiVersion and kind, so kubectl would refuse the file',
    'zh-CN': '该文档缺少 apiVersion 和 kind，kubectl 会拒绝整个文件',
  }),
  helmTemplate: (): Text => ({
    en: 'a Helm chart: it becomes manifests only when rendered; check the output of `helm template`',
    'zh-CN': 'Helm Chart 渲染后才是清单；请检查 `helm template` 的输出',
  }),
};

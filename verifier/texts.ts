import type { Text } from '../model/text.js';

/** Sentences about a whole run of the verifier. */
export const verifierTexts = {
  otherYaml: (count: number): Text => ({
    en: `${count} YAML ${count === 1 ? 'file holds' : 'files hold'} no Kubernetes object and ${count === 1 ? 'was' : 'were'} left out`,
    'zh-CN': `${count} 个 YAML 文件不含 Kubernetes 对象，未检查`,
  }),
  nothingFound: (): Text => ({
    en: 'neither Kubernetes manifests nor Dockerfiles were found',
    'zh-CN': '没有找到 Kubernetes 清单或 Dockerfile',
  }),
  atLine: (line: number, reason: Text): Text => ({
    en: `line ${line}: ${reason.en}`,
    'zh-CN': `第 ${line} 行：${reason['zh-CN']}`,
  }),
};

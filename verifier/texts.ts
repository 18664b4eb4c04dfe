import { ToolError } from '../model/errors.js';
import { sameText } from '../model/text.js';
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
  afterFailure: (check: string): Text => ({
    en: `not run, since ${check} failed`,
    'zh-CN': `${check} 未通过，因此未执行`,
  }),
  needsPlan: (): Text => ({
    en: 'needs a plan (drydock.yaml): it says what to build from which directory',
    'zh-CN': '需要计划文件（drydock.yaml），其中说明从哪个目录构建什么',
  }),
  unavailable: (what: Text, hint: Text): Text => ({
    en: `${what.en}; ${hint.en}`,
    'zh-CN': `${what['zh-CN']}；${hint['zh-CN']}`,
  }),
  noManifests: (directory: string): Text => ({
    en: `${directory} holds no Kubernetes manifests`,
    'zh-CN': `${directory} 中没有 Kubernetes 清单`,
  }),
  /** In our own words where we have them, else in those of the tool. */
  broken: (error: unknown): Text =>
    error instanceof ToolError
      ? error.said
      : sameText(error instanceof Error ? error.message : String(error)),
};

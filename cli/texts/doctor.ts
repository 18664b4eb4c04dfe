import type { Text } from '../../model/text.js';

/** Sentences of `doctor`. */
export const doctorTexts = {
  looking: (): Text => ({
    en: 'looking for Docker, a registry and a cluster',
    'zh-CN': '正在检查 Docker、镜像仓库与集群',
  }),
  allThere: (): Text => ({
    en: 'Everything is there, up to verify --level deploy.',
    'zh-CN': '所需环境均可用，可执行至 verify --level deploy。',
  }),
  noRegistry: (): Text => ({
    en: 'verify --level build works; --level deploy also needs a registry (--registry) that the cluster can pull from.',
    'zh-CN': '可执行至 verify --level build；--level deploy 还需要集群能够拉取的镜像仓库（--registry）。',
  }),
  offlineOnly: (): Text => ({
    en: 'analyze, plan, generate, validate and verify up to policy work without what is missing.',
    'zh-CN': '缺少上述环境不影响 analyze、plan、generate、validate，以及 policy 级别及以下的 verify。',
  }),
};

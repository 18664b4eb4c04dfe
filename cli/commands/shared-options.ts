import type { OptionDefinition } from '../command.js';

/** Where images come from and go to. */
export const imageOptions: readonly OptionDefinition[] = [
  {
    flags: '--image-catalog <file>',
    text: { en: 'image catalogue to use instead of the built-in one', 'zh-CN': '使用指定的镜像目录文件' },
  },
];

/** What decides a plan besides the evidence. */
export const planningOptions: readonly OptionDefinition[] = [
  {
    flags: '--namespace <name>',
    text: { en: 'namespace of the manifests', 'zh-CN': '清单使用的命名空间' },
  },
  {
    flags: '--registry <host>',
    text: {
      en: 'registry that images are pushed to: host[:port][/path]',
      'zh-CN': '推送镜像的仓库：主机[:端口][/路径]',
    },
  },
  {
    flags: '--image-mirror <host>',
    text: {
      en: 'mirror that base images are pulled from instead of docker.io',
      'zh-CN': '替代 docker.io 的基础镜像源',
    },
  },
  {
    flags: '--ca-bundle <file>',
    text: {
      en: 'PEM certificates for builds behind an inspecting proxy',
      'zh-CN': '构建时信任的 PEM 证书（用于 TLS 代理环境）',
    },
  },
  {
    flags: '--kubernetes-version <version>',
    text: { en: 'Kubernetes version of the manifests, 1.34', 'zh-CN': '清单对应的 Kubernetes 版本，如 1.34' },
  },
  {
    flags: '--with-dependencies',
    text: {
      en: 'generate the databases and caches that applications need',
      'zh-CN': '同时生成应用所需的数据库与缓存',
    },
  },
  {
    flags: '--ingress-domain <domain>',
    text: {
      en: 'give public components an Ingress host below it',
      'zh-CN': '为公开组件生成该域名下的 Ingress',
    },
  },
  ...imageOptions,
];

export const templateOption: OptionDefinition = {
  flags: '--templates <dir>',
  text: { en: 'templates that replace built-in ones of the same name', 'zh-CN': '以同名模板覆盖内置模板' },
};

/** What the checks against a host need. */
export const verifyOptions: readonly OptionDefinition[] = [
  {
    flags: '--level <level>',
    text: {
      en: 'how far to check; each level includes those before it',
      'zh-CN': '校验级别；每一级都包含之前各级',
    },
    choices: ['schema', 'policy', 'dry-run', 'build', 'deploy'],
    value: 'policy',
  },
  {
    flags: '--kubeconfig <file>',
    text: { en: 'cluster to use (default: as kubectl)', 'zh-CN': '使用的集群配置（默认与 kubectl 相同）' },
  },
  {
    flags: '--context <name>',
    text: { en: 'context of the kubeconfig', 'zh-CN': 'kubeconfig 中的上下文' },
  },
  {
    flags: '--keep',
    text: {
      en: 'leave the trial namespace and the images to look at',
      'zh-CN': '保留试部署的命名空间与镜像以供查看',
    },
  },
];

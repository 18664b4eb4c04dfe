import type { Text } from '../../model/text.js';

/** Sentences about files, engines and clusters that could not be reached. */
export const hostTexts = {
  unreadable: (code: string): Text => ({
    en: `can't be read${code ? ` (${code})` : ''}`,
    'zh-CN': `无法读取${code ? `（${code}）` : ''}`,
  }),
  unreadableHint: (): Text => ({
    en: 'check the path and the permissions',
    'zh-CN': '请检查路径和权限',
  }),
  tooLarge: (bytes: number): Text => ({
    en: `larger than ${bytes / 1024 / 1024} MiB, so no manifest`,
    'zh-CN': `超过 ${bytes / 1024 / 1024} MiB，不可能是清单`,
  }),
  tooLargeHint: (): Text => ({ en: 'leave the file out', 'zh-CN': '请排除该文件' }),
  noDocker: (address: string, reason: string): Text => ({
    en: `no Docker engine answers at ${address} (${reason})`,
    'zh-CN': `${address} 上没有可用的 Docker 引擎（${reason}）`,
  }),
  noDockerHint: (): Text => ({
    en: 'start Docker, or set DOCKER_HOST to an engine that you may use',
    'zh-CN': '请启动 Docker，或将 DOCKER_HOST 指向可用的引擎',
  }),
  noKubeconfig: (reason: string): Text => ({
    en: `no cluster is configured (${reason})`,
    'zh-CN': `没有配置集群（${reason}）`,
  }),
  noKubeconfigHint: (): Text => ({
    en: 'set KUBECONFIG, or choose one with --kubeconfig and --context',
    'zh-CN': '请设置 KUBECONFIG，或用 --kubeconfig 和 --context 指定',
  }),
  noCluster: (server: string, reason: string): Text => ({
    en: `the cluster at ${server} does not answer (${reason})`,
    'zh-CN': `集群 ${server} 没有响应（${reason}）`,
  }),
  noClusterHint: (): Text => ({
    en: 'check that it runs, that this machine reaches it, and that the login in the kubeconfig is valid',
    'zh-CN': '请确认集群正在运行、本机可以访问，且 kubeconfig 中的凭据有效',
  }),
  noRegistry: (registry: string, reason: string): Text => ({
    en: `the registry ${registry} does not answer (${reason})`,
    'zh-CN': `镜像仓库 ${registry} 没有响应（${reason}）`,
  }),
  noRegistryHint: (): Text => ({
    en: 'check the address in settings.registry, and log in with `docker login`',
    'zh-CN': '请检查 settings.registry 中的地址，并用 `docker login` 登录',
  }),
  registryUnset: (): Text => ({
    en: 'no registry is set: images can be built, but a cluster can’t pull them',
    'zh-CN': '没有设置镜像仓库：可以构建镜像，但集群无法拉取',
  }),
  registryUnsetHint: (): Text => ({
    en: 'set settings.registry in drydock.yaml, or pass --registry',
    'zh-CN': '请在 drydock.yaml 中设置 settings.registry，或使用 --registry',
  }),
  found: (what: string, version: string): Text => ({
    en: `${what}: ${version}`,
    'zh-CN': `${what}：${version}`,
  }),
  schemas: (versions: readonly string[]): Text => ({
    en: `offline schemas for Kubernetes ${versions.join(', ')}`,
    'zh-CN': `离线 schema：Kubernetes ${versions.join('、')}`,
  }),
  registry: (host: string, protocol: string): Text => ({
    en: `registry ${host} answers over ${protocol}`,
    'zh-CN': `镜像仓库 ${host} 可用（${protocol}）`,
  }),
  otherVersion: (minor: string): Text => ({
    en: `for manifests checked against this version: --kubernetes-version ${minor}`,
    'zh-CN': `如需按该版本校验清单，请使用 --kubernetes-version ${minor}`,
  }),
  unknownVersion: (minor: string): Text => ({
    en: `there are no offline schemas for ${minor}; verify --level dry-run asks the cluster itself`,
    'zh-CN': `没有 ${minor} 的离线 schema；verify --level dry-run 会由集群本身校验`,
  }),
  contextMissing: (path: string): Text => ({
    en: `the build context ${path} does not exist`,
    'zh-CN': `构建上下文 ${path} 不存在`,
  }),
  contextNoDirectory: (path: string): Text => ({
    en: `the build context ${path} is no directory`,
    'zh-CN': `构建上下文 ${path} 不是目录`,
  }),
  storageClass: (name: string): Text => ({
    en: `default StorageClass: ${name}`,
    'zh-CN': `默认 StorageClass：${name}`,
  }),
  noStorageClass: (): Text => ({
    en: 'the cluster has no default StorageClass',
    'zh-CN': '集群没有默认 StorageClass',
  }),
  noStorageClassHint: (): Text => ({
    en: 'volume claims stay unbound without one: mark one as default, or name one in the claims',
    'zh-CN': '没有默认 StorageClass 时存储卷声明无法绑定：请设置默认，或在声明中写明',
  }),
  leftOver: (names: readonly string[]): Text => ({
    en: `left over from trials that were killed: ${names.join(', ')}`,
    'zh-CN': `此前被强行终止的试运行遗留：${names.join('、')}`,
  }),
  leftOverHint: (names: readonly string[]): Text => ({
    en: `kubectl delete namespace ${names.join(' ')} (unless a trial is running now)`,
    'zh-CN': `请执行 kubectl delete namespace ${names.join(' ')}（除非试运行正在进行）`,
  }),
};

import type { Text } from '../../model/text.js';

const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** Sentences of the deploy check. */
export const deployTexts = {
  imagePull: (image: string, answer: string): Text => ({
    en: `the image ${image} can't be pulled: ${answer}`,
    'zh-CN': `无法拉取镜像 ${image}：${answer}`,
  }),
  imagePullHint: (): Text => ({
    en: 'check that the image was pushed, that the nodes reach the registry, and that imagePullSecrets names a valid login',
    'zh-CN': '请确认镜像已推送、节点可以访问镜像仓库，且 imagePullSecrets 中的登录有效',
  }),
  crash: (exit: { code: number; seconds: number; count: number }, words: string): Text => ({
    en: `the container starts and exits (code ${exit.code}) after ${exit.seconds} s, ${times(exit.count)}.${words === '' ? '' : `\nlast words: ${words}`}`,
    'zh-CN': `容器启动 ${exit.seconds} 秒后退出（退出码 ${exit.code}），共 ${exit.count} 次。${words === '' ? '' : `\n最后输出：${words}`}`,
  }),
  crashHint: (): Text => ({
    en: 'the last words say what the application misses; start there',
    'zh-CN': '请根据最后输出判断应用缺少什么',
  }),
  outOfMemory: (limit: string, count: number): Text => ({
    en: `the container takes more memory than its limit ${limit} and is killed, ${times(count)}`,
    'zh-CN': `容器内存超过上限 ${limit} 被杀死，共 ${count} 次`,
  }),
  outOfMemoryHint: (): Text => ({
    en: 'raise resources.limits.memory, or bound the heap (a JVM: -XX:MaxRAMPercentage)',
    'zh-CN': '请提高 resources.limits.memory，或限制堆大小（JVM：-XX:MaxRAMPercentage）',
  }),
  probe: (probe: string, answer: string): Text => ({
    en: `the ${probe} probe fails: ${answer}`,
    'zh-CN': `${probe} 探针失败：${answer}`,
  }),
  killedByProbe: (probe: string, answer: string, count: number): Text => ({
    en: `the container is restarted (${times(count)}) because its ${probe} probe fails: ${answer}`,
    'zh-CN': `${probe} 探针失败导致容器被重启 ${count} 次：${answer}`,
  }),
  probeHint: (): Text => ({
    en: 'compare path and port with what the application serves; if it only needs longer to start, raise failureThreshold of the startup probe',
    'zh-CN': '请核对探针路径和端口；若只是启动较慢，请增大启动探针的 failureThreshold',
  }),
  unschedulable: (reason: Text): Text => ({
    en: `no node takes the pod: ${reason.en}`,
    'zh-CN': `没有节点可以运行该 Pod：${reason['zh-CN']}`,
  }),
  unschedulableHint: (): Text => ({
    en: 'lower the requests, add a node, or remove what ties the pod to certain nodes',
    'zh-CN': '请降低 requests、增加节点，或去掉把 Pod 限定到特定节点的设置',
  }),
  insufficient: (resources: readonly string[]): Text => ({
    en: `not enough ${resources.join(' and ')} is free on any node`,
    'zh-CN': `所有节点的空闲 ${resources.join('、')} 都不足`,
  }),
  nodeSelector: (): Text => ({
    en: 'no node has the labels that it asks for',
    'zh-CN': '没有节点具有所要求的标签',
  }),
  taint: (): Text => ({
    en: 'the nodes have taints that it does not tolerate',
    'zh-CN': '节点带有其未容忍的污点',
  }),
  spreadOut: (): Text => ({
    en: 'its spreading or anti-affinity rules fit no node',
    'zh-CN': '分散或反亲和规则没有可满足的节点',
  }),
  otherReason: (message: string): Text => ({ en: message, 'zh-CN': message }),
  volume: (claim: string, reason: string): Text => ({
    en: `the volume claim ${claim} is not bound: ${reason}`,
    'zh-CN': `存储卷声明 ${claim} 未绑定：${reason}`,
  }),
  volumeHint: (): Text => ({
    en: 'name a StorageClass that the cluster has (kubectl get storageclass) and an access mode that it supports',
    'zh-CN': '请使用集群已有的 StorageClass（kubectl get storageclass）及其支持的访问模式',
  }),
  mount: (reason: string): Text => ({
    en: `a volume can't be mounted: ${reason}`,
    'zh-CN': `无法挂载存储卷：${reason}`,
  }),
  mountHint: (): Text => ({
    en: 'the ConfigMap, Secret or volume that is named must exist in the namespace',
    'zh-CN': '所引用的 ConfigMap、Secret 或存储卷必须存在于同一命名空间',
  }),
  container: (reason: string): Text => ({
    en: `the container can't be created: ${reason}`,
    'zh-CN': `无法创建容器：${reason}`,
  }),
  containerHint: (): Text => ({
    en: 'check the references of its environment, its command, and the user it runs as',
    'zh-CN': '请检查环境变量引用、启动命令和运行用户',
  }),
  admission: (reason: string): Text => ({
    en: `the cluster does not admit the pod: ${reason}`,
    'zh-CN': `集群不允许创建该 Pod：${reason}`,
  }),
  admissionHint: (): Text => ({
    en: '`drydock validate` names each setting of pod security with its line; for a webhook ask who runs the cluster',
    'zh-CN': '`drydock validate` 会逐项指出 Pod 安全设置及其行号；若为准入 Webhook，请咨询集群管理员',
  }),
  jobFailed: (words: string): Text => ({
    en: `the job failed.${words === '' ? '' : `\nlast words: ${words}`}`,
    'zh-CN': `任务失败。${words === '' ? '' : `\n最后输出：${words}`}`,
  }),
  notReady: (seconds: number): Text => ({
    en: `not ready after ${seconds} s, and nothing in its events says why`,
    'zh-CN': `${seconds} 秒后仍未就绪，事件中没有说明原因`,
  }),
  notReadyHint: (): Text => ({
    en: 'give it longer with --timeout, or keep the trial with --keep and look at it',
    'zh-CN': '可用 --timeout 延长等待，或用 --keep 保留试运行环境以便查看',
  }),
  restarted: (count: number): Text => ({
    en: `its containers were restarted ${times(count)} before they stayed up`,
    'zh-CN': `容器在稳定之前重启了 ${count} 次`,
  }),
  restartedHint: (): Text => ({
    en: 'let the application wait for what it depends on instead of exiting, or give the startup probe more time',
    'zh-CN': '请让应用等待依赖就绪而不是退出，或放宽启动探针',
  }),
  unknownHost: (host: string, place: string): Text => ({
    en: `${place === '' ? 'the application' : place} names the host ${host}, which no Service provides: correct it in drydock.yaml, or generate the dependency with --with-dependencies`,
    'zh-CN': `${place === '' ? '应用' : place} 中的主机 ${host} 没有对应的 Service：请在 drydock.yaml 中更正，或用 --with-dependencies 生成该依赖`,
  }),
  refusedConnection: (): Text => ({
    en: 'what it connects to does not answer: check host and port of the dependency in drydock.yaml',
    'zh-CN': '所连接的服务没有响应：请检查 drydock.yaml 中依赖的主机和端口',
  }),
  badLogin: (): Text => ({
    en: 'a login is refused: user, password and database of the dependency do not fit each other',
    'zh-CN': '登录被拒绝：依赖的用户名、密码与数据库不匹配',
  }),
  readOnly: (path: string): Text => ({
    en: `the application writes to ${path || 'its root filesystem'}: add it to volumes of the component in drydock.yaml`,
    'zh-CN': `应用会写入 ${path || '根文件系统'}：请在 drydock.yaml 中为该组件的 volumes 添加此路径`,
  }),
  wrongJava: (): Text => ({
    en: 'the classes are made for a newer Java: raise runtime.java in drydock.yaml',
    'zh-CN': '类文件需要更高版本的 Java：请在 drydock.yaml 中提高 runtime.java',
  }),
  noSuchCommand: (): Text => ({
    en: 'the start command is not in the image: check the command and the base image',
    'zh-CN': '镜像中没有该启动命令：请检查命令与基础镜像',
  }),
  lowPort: (): Text => ({
    en: 'only root may listen below 1024: let the application listen on a higher port',
    'zh-CN': '1024 以下端口只有 root 能监听：请让应用监听更高的端口',
  }),
  pushing: (image: string): Text => ({ en: `pushing ${image}`, 'zh-CN': `正在推送 ${image}` }),
  pushFailed: (image: string, reason: string): Text => ({
    en: `${image} can't be pushed: ${reason}`,
    'zh-CN': `无法推送 ${image}：${reason}`,
  }),
  waiting: (state: string, seconds: number): Text => ({
    en: `waiting: ${state} · ${seconds} s`,
    'zh-CN': `等待就绪：${state} · ${seconds} 秒`,
  }),
  testing: (path: string): Text => ({ en: `asking for ${path}`, 'zh-CN': `正在请求 ${path}` }),
  recovering: (pod: string): Text => ({
    en: `deleting pod ${pod} and waiting for its successor`,
    'zh-CN': `删除 Pod ${pod} 并等待恢复`,
  }),
  cleaning: (namespace: string): Text => ({ en: `deleting ${namespace}`, 'zh-CN': `正在删除 ${namespace}` }),
  smokeStatus: (path: string, status: number, wanted: number): Text => ({
    en: `${path} answers ${status}, not ${wanted}`,
    'zh-CN': `${path} 返回 ${status}，而不是 ${wanted}`,
  }),
  smokeText: (path: string, text: string): Text => ({
    en: `${path} answers, but without the text "${text}"`,
    'zh-CN': `${path} 有响应，但不含“${text}”`,
  }),
  smokeNoService: (): Text => ({
    en: 'no Service leads to the component, so it can’t be asked',
    'zh-CN': '没有 Service 指向该组件，无法发起请求',
  }),
  smokeNoAnswer: (path: string, reason: string): Text => ({
    en: `${path} does not answer through the API server: ${reason}`,
    'zh-CN': `经 API Server 访问 ${path} 没有响应：${reason}`,
  }),
  smokeHint: (): Text => ({
    en: 'check smokeTest of the component in drydock.yaml; a NetworkPolicy may also keep the API server out',
    'zh-CN': '请检查 drydock.yaml 中该组件的 smokeTest；NetworkPolicy 也可能拦住了 API Server',
  }),
  noRecovery: (pod: string, seconds: number): Text => ({
    en: `after pod ${pod} was deleted, no successor was ready within ${seconds} s`,
    'zh-CN': `删除 Pod ${pod} 后，${seconds} 秒内没有新 Pod 就绪`,
  }),
  dataLost: (path: string): Text => ({
    en: `what was written to ${path} was gone after the pod was replaced, although a claim is mounted there`,
    'zh-CN': `${path} 挂载了存储卷，但替换 Pod 后写入的数据丢失`,
  }),
  dataLostHint: (): Text => ({
    en: 'the claim must outlive the pod: no generic ephemeral volume, and one claim per StatefulSet pod',
    'zh-CN': '存储卷声明须独立于 Pod 存在：不要使用临时卷，StatefulSet 每个 Pod 各用一个声明',
  }),
  blockedBy: (names: readonly string[]): Text => ({
    en: `not tried, since what it depends on failed: ${names.join(', ')}`,
    'zh-CN': `未尝试：所依赖的 ${names.join('、')} 失败`,
  }),
  noWorkload: (): Text => ({ en: 'nothing to run', 'zh-CN': '没有可运行的工作负载' }),
};

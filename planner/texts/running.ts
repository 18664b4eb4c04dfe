import type { Text } from '../../model/text.js';

export const sessionsInMemory = (p: { store: string; place: string }): Text => ({
  en: `Sessions live in ${p.store === 'file' ? 'local files' : 'memory'} (${p.place}).`,
  'zh-CN': `会话保存在${p.store === 'file' ? '本地文件' : '内存'}中（${p.place}）。`,
});

export const inProcessJobs = (p: { place: string }): Text => ({
  en: `A job is scheduled inside the process (${p.place}); two replicas would run it twice.`,
  'zh-CN': `定时任务在进程内运行（${p.place}），两个副本会重复执行。`,
});

export const embeddedDatabase = (p: { product: string; place: string }): Text => ({
  en: `The ${p.product} database runs inside the process (${p.place}).`,
  'zh-CN': `${p.product} 数据库内嵌在进程中（${p.place}）。`,
});

export const claimHoldsOne = (p: { place: string }): Text => ({
  en: `Files that must survive are written to a volume of one node (${p.place}).`,
  'zh-CN': `需要保留的文件写在单节点卷上（${p.place}）。`,
});

export const databaseInProcess = (): Text => ({
  en: 'Its database runs inside the process and keeps its files on a volume of one node.',
  'zh-CN': '数据库在进程内运行，文件保存在单节点卷上。',
});

export const claimAlone = (): Text => ({
  en: 'It writes to a volume that only one node can mount.',
  'zh-CN': '它写入的存储卷只能由一个节点挂载。',
});

export const twoForAvailability = (): Text => ({
  en: 'Nothing was found that ties a user or a job to one process, so two replicas keep it available while a node is serviced.',
  'zh-CN': '未发现与单个进程绑定的会话或任务，因此使用两个副本，保证节点维护期间仍可用。',
});

export const moreWhenFixed = (): Text => ({
  en: 'Possible once that state is shared; see the findings.',
  'zh-CN': '共享上述状态之后即可增加副本，参见检查结果。',
});

export const probeFound = (p: { path: string; place: string }): Text => ({
  en: `${p.path} exists for this (${p.place}).`,
  'zh-CN': `${p.path} 正是为此提供（${p.place}）。`,
});

export const probeChecks = (p: { path: string; place: string }): Text => ({
  en: `${p.path} answers only when what it needs, such as its database, answers too (${p.place}).`,
  'zh-CN': `${p.path} 仅在其依赖（如数据库）可用时才会正常响应（${p.place}）。`,
});

export const probeEntryPage = (p: { path: string; place: string }): Text => ({
  en: `There is no health endpoint; ${p.path} answers without a login (${p.place}) and shows that the application has started.`,
  'zh-CN': `没有健康检查接口；${p.path} 无需登录即可访问（${p.place}），可以说明应用已经启动。`,
});

export const probeTcp = (): Text => ({
  en: 'No page is known to answer without a login, so the open port is all that can be probed; name a path in the plan if there is one.',
  'zh-CN': '没有已知的免登录页面，只能探测端口是否打开；如有合适的路径，请在计划中填写。',
});

export const livenessOwn = (p: { path: string; place: string }): Text => ({
  en: `${p.path} answers for the process alone (${p.place}).`,
  'zh-CN': `${p.path} 只反映进程自身的状态（${p.place}）。`,
});

export const livenessTcp = (): Text => ({
  en: 'A restart cures only a hung process; a page may depend on the database, whose outage must not restart the application, so the port is probed.',
  'zh-CN': '重启只能解决进程挂死；页面可能依赖数据库，而数据库故障不应引发应用重启，因此只探测端口。',
});

export const livenessWebServer = (): Text => ({
  en: 'The web server answers for itself, without PHP or a database.',
  'zh-CN': '由 Web 服务器自身应答，不经过 PHP 和数据库。',
});

export const memoryFromHeap = (p: { heap: string; place: string }): Text => ({
  en: `It ran with a heap of ${p.heap} (${p.place}); the limit leaves a third more, at least 256 MiB, for what lies outside the heap.`,
  'zh-CN': `原堆内存为 ${p.heap}（${p.place}）；限额在此之上为堆外内存再留三分之一，且不少于 256 MiB。`,
});

export const memoryDefault = (): Text => ({
  en: 'Nothing says how much memory it needs; this is a starting point to be corrected by what monitoring shows.',
  'zh-CN': '没有内存需求的依据；此为初始值，请根据监控数据调整。',
});

export const publicPages = (p: { place: string }): Text => ({
  en: `It serves pages to people (${p.place}).`,
  'zh-CN': `它直接向用户提供页面（${p.place}）。`,
});

export const clusterOnly = (): Text => ({
  en: 'No page for people was found; other components reach it through its Service.',
  'zh-CN': '未发现面向用户的页面，其他组件通过 Service 访问它。',
});

export const portFound = (p: { port: number; place: string }): Text => ({
  en: `It listens on ${p.port} (${p.place}).`,
  'zh-CN': `监听端口 ${p.port}（${p.place}）。`,
});

export const portOfImage = (p: { port: number }): Text => ({
  en: `The server of the image listens on ${p.port}; the old server's port is its own.`,
  'zh-CN': `镜像中的服务器监听 ${p.port}；旧服务器的端口不再沿用。`,
});

export const portAssumed = (p: { port: number; framework: string }): Text => ({
  en: `Nothing sets a port; ${p.framework} listens on ${p.port} by default.`,
  'zh-CN': `没有设置端口；${p.framework} 默认监听 ${p.port}。`,
});

export const portUnprivileged = (p: {
  port: number;
  old: number;
  variable: string;
  place: string;
}): Text => ({
  en: `Port ${p.old} (${p.place}) needs root; ${p.variable} sets it to ${p.port}, the Service keeps its own port.`,
  'zh-CN': `端口 ${p.old}（${p.place}）需要 root 权限；通过 ${p.variable} 改为 ${p.port}，Service 端口不变。`,
});

export const setVariableTitle = (p: { name: string }): Text => ({
  en: `Set ${p.name}`,
  'zh-CN': `设置 ${p.name}`,
});

export const setVariableDetail = (p: { name: string }): Text => ({
  en: `The application reads ${p.name} and has no default for it; set its value under env in drydock.yaml.`,
  'zh-CN': `应用读取 ${p.name} 且没有默认值；请在 drydock.yaml 的 env 中设置。`,
});

export const publicName = (p: { host: string; place: string }): Text => ({
  en: `People reach it as ${p.host} (${p.place}); the name has to lead to the cluster when it moves.`,
  'zh-CN': `用户通过 ${p.host} 访问（${p.place}）；迁移时需将该域名解析到集群。`,
});

export const livenessGroup = (p: { path: string; place: string }): Text => ({
  en: `Spring Boot 2.3 and later tells apart whether the process lives: ${p.path} does not ask the database (actuator: ${p.place}).`,
  'zh-CN': `Spring Boot 2.3 及以上可单独判断进程是否存活：${p.path} 不检查数据库（actuator：${p.place}）。`,
});

export const routeKept = (p: { path: string; target: string; place: string }): Text => ({
  en: `The old web server handed ${p.path} on to the process that is now ${p.target} (${p.place}).`,
  'zh-CN': `原 Web 服务器将 ${p.path} 转发给现在的 ${p.target}（${p.place}）。`,
});

export const scriptVariable = (p: { name: string; place: string }): Text => ({
  en: `The application reads ${p.name}, and it was started with this value (${p.place}).`,
  'zh-CN': `应用读取 ${p.name}，原先即以该值启动（${p.place}）。`,
});

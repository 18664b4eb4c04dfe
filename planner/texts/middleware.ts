import type { Text } from '../../model/text.js';

export const lineForOld = (p: { old: string; version: string }): Text => ({
  en: `ZooKeeper ${p.old} is configured; ${p.version} reads its settings and its data and is maintained.`,
  'zh-CN': `现有配置为 ZooKeeper ${p.old}；${p.version} 兼容其配置与数据，且仍在维护。`,
});

export const lineKept = (p: { version: string }): Text => ({
  en: `The catalogue's line ${p.version} is used; the configuration names no newer one.`,
  'zh-CN': `采用镜像目录中的 ${p.version} 版本线；配置中没有更新的版本。`,
});

export const membersFound = (p: { count: number; place: string }): Text => ({
  en: `The configuration has ${p.count === 1 ? 'one server' : `${p.count} voting servers`} (${p.place}).`,
  'zh-CN': `配置中列出 ${p.count} 个投票服务器（${p.place}）。`,
});

export const evenMembersTitle = (p: { count: number }): Text => ({
  en: `Reconsider ${p.count} voting servers`,
  'zh-CN': `重新考虑 ${p.count} 个投票节点`,
});

export const evenMembersDetail = (p: { count: number }): Text => ({
  en: `${p.count} servers survive no more failures than ${p.count - 1} would; an odd number is better.`,
  'zh-CN': `${p.count} 个节点能容忍的故障数与 ${p.count - 1} 个节点相同，建议使用奇数。`,
});

export const heapKept = (p: { heap: string; place: string }): Text => ({
  en: `The heap that it ran with (${p.place}); it leaves room below the container's limit.`,
  'zh-CN': `沿用原来的堆内存设置（${p.place}），且低于容器的内存限额。`,
});

export const flagsKept = (p: { place: string }): Text => ({
  en: `JVM options that it ran with (${p.place}), as far as the new JVM knows them.`,
  'zh-CN': `沿用原来的 JVM 参数（${p.place}），仅保留新版 JVM 支持的部分。`,
});

export const flagsLeftTitle = (): Text => ({
  en: 'Look at the JVM options that were left out',
  'zh-CN': '确认未沿用的 JVM 参数',
});

export const flagsLeftDetail = (p: { options: string }): Text => ({
  en: `Not carried over, since they name paths or ports of the old host or are unknown here: ${p.options}. What is still needed belongs into the variable SERVER_JVMFLAGS of the plan.`,
  'zh-CN': `以下参数涉及原主机的路径或端口，或无法判断，因此未沿用：${p.options}。仍需要的参数请写入计划中的环境变量 SERVER_JVMFLAGS。`,
});

export const loggedToOutput = (p: { path: string; place: string }): Text => ({
  en: `The log went to ${p.path} (${p.place}); in the container it goes to standard output, by the generated logback.xml.`,
  'zh-CN': `日志原先写入 ${p.path}（${p.place}）；容器中由生成的 logback.xml 输出到标准输出。`,
});

export const membersDisagreeTitle = (p: { name: string }): Text => ({
  en: `Decide on ${p.name}`,
  'zh-CN': `确定 ${p.name} 的取值`,
});

export const membersDisagreeDetail = (p: { name: string; values: string; chosen: string }): Text => ({
  en: `The servers set ${p.name} differently (${p.values}); all pods share one configuration, and the plan takes ${p.chosen}.`,
  'zh-CN': `各服务器的 ${p.name} 不一致（${p.values}）；所有 Pod 共用一份配置，计划采用 ${p.chosen}。`,
});

export const observersTitle = (p: { count: number }): Text => ({
  en: p.count === 1 ? 'Decide on the observer' : `Decide on ${p.count} observers`,
  'zh-CN': `确定 ${p.count} 个观察者节点如何处理`,
});

export const observersDetail = (p: { ids: string }): Text => ({
  en: `Only voting servers are generated; the configuration also lists observers (id ${p.ids}). Leave them out, or keep them where they are with the new addresses.`,
  'zh-CN': `仅生成参与投票的服务器；配置中另有观察者（id ${p.ids}）。可以取消，或保留在原处并改用新的地址。`,
});

export const moveDataTitle = (): Text => ({
  en: 'Bring the data over',
  'zh-CN': '迁移数据',
});

export const moveDataDetail = (p: { data: string; log: string; id: string }): Text => ({
  en: `The new ensemble starts empty. To keep the data: stop the old servers, copy version-2 of the last leader's ${p.data} (newest snapshots and epoch files) and of its ${p.log} (all logs) to data/ and log/ of a folder named after the date (20260131T120000Z) on the claim ${p.id}-backup, and restore it as described below.`,
  'zh-CN': `新集群启动时没有数据。如需保留数据：停止原服务器，将最后一任 leader 的 ${p.data} 中 version-2（最新的快照与 epoch 文件）以及 ${p.log} 中 version-2（全部日志）分别复制到存储卷声明 ${p.id}-backup 上以日期命名的目录（20260131T120000Z）的 data/ 与 log/ 中，再按下文的步骤恢复。`,
});

export const clientsTitle = (): Text => ({
  en: 'Change the address in the clients',
  'zh-CN': '修改客户端的连接地址',
});

export const clientsDetail = (p: { old: string; address: string; namespace: string }): Text => ({
  en: `Clients that name ${p.old} connect to ${p.address} from now on. The NetworkPolicy lets in pods of the namespace ${p.namespace} only; add those that live elsewhere.`,
  'zh-CN': `使用 ${p.old} 的客户端今后应连接 ${p.address}。NetworkPolicy 仅允许命名空间 ${p.namespace} 内的 Pod 访问；其他位置的客户端需另行放行。`,
});

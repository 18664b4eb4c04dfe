import type { Text } from '../../model/text.js';

export const keptOnClaim = (p: { path: string; place: string }): Text => ({
  en: `${p.path} is written (${p.place}) and must survive the pod, so it lies on a claim.`,
  'zh-CN': `${p.path} 会被写入（${p.place}），数据须在 Pod 重建后保留，因此使用持久卷声明。`,
});

export const lostWithPod = (p: { path: string; place: string }): Text => ({
  en: `${p.path} is written (${p.place}); what is there may be lost with the pod.`,
  'zh-CN': `${p.path} 会被写入（${p.place}），其内容可随 Pod 丢弃。`,
});

export const propertyDirectory = (p: { path: string; place: string; written: string }): Text => ({
  en: `The application writes below ${p.written} (${p.place}), a directory that a system property names; it is set to ${p.path} on a claim.`,
  'zh-CN': `应用写入 ${p.written}（${p.place}），该目录由系统属性指定；现设为持久卷上的 ${p.path}。`,
});

export const windowsPathTitle = (p: { path: string }): Text => ({
  en: `Replace the Windows path ${p.path}`,
  'zh-CN': `替换 Windows 路径 ${p.path}`,
});

export const windowsPathDetail = (p: { path: string }): Text => ({
  en: `${p.path} does not exist in a Linux container; make it configurable and add a volume for the new path to the plan.`,
  'zh-CN': `Linux 容器中不存在 ${p.path}；请将其改为可配置，并在计划中为新路径添加存储卷。`,
});

export const unknownPathTitle = (p: { path: string }): Text => ({
  en: `Find out where ${p.path} leads`,
  'zh-CN': `确认 ${p.path} 的实际位置`,
});

export const unknownPathDetail = (p: { path: string }): Text => ({
  en: `The application writes to ${p.path}, whose value is only known at run time; add a volume for it to the plan if it lies outside /tmp.`,
  'zh-CN': `应用会写入 ${p.path}，其取值运行时才能确定；若不在 /tmp 下，请在计划中为其添加存储卷。`,
});

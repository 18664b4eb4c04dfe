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

export const programWrittenTitle = (p: { written: string }): Text => ({
  en: `Move ${p.written} to a directory of its own`,
  'zh-CN': `将 ${p.written} 移到单独的目录`,
});

export const programWrittenDetail = (p: { written: string; path: string }): Text => ({
  en: `The application writes ${p.written} into ${p.path}, where its program lies: that is read-only in the container, and a volume there would hide the program. Give the file a path in another directory, and add a volume for that directory to the plan.`,
  'zh-CN': `应用将 ${p.written} 写入程序所在的 ${p.path}：该目录在容器中只读，若在此挂载存储卷会遮住程序文件。请改用其他目录下的路径，并在计划中为该目录添加存储卷。`,
});

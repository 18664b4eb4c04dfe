import type { Text } from '../../model/text.js';

export const propertySet = (p: { name: string; value: string; place: string }): Text => ({
  en: `The application reads the directory from the system property ${p.name} (${p.place}), which nobody sets; it is set to ${p.value}.`,
  'zh-CN': `应用从系统属性 ${p.name} 读取目录（${p.place}），但没有任何地方设置它；现设为 ${p.value}。`,
});

export const setPropertyTitle = (p: { name: string }): Text => ({
  en: `Set the system property ${p.name}`,
  'zh-CN': `设置系统属性 ${p.name}`,
});

export const setPropertyDetail = (p: { name: string }): Text => ({
  en: `The application needs -D${p.name} and has no default for it; set it under systemProperties in drydock.yaml.`,
  'zh-CN': `应用需要 -D${p.name} 且没有默认值；请在 drydock.yaml 的 systemProperties 中设置。`,
});

export const propertyCarried = (p: { name: string; place: string }): Text => ({
  en: `The old start command sets ${p.name} (${p.place}); it holds in a container too.`,
  'zh-CN': `原启动命令设置了 ${p.name}（${p.place}），在容器中同样适用。`,
});

export const oldPlaceTitle = (p: { name: string; value: string }): Text => ({
  en: `Decide on -D${p.name}`,
  'zh-CN': `确定 -D${p.name}`,
});

export const oldPlaceDetail = (p: { name: string; value: string }): Text => ({
  en: `The old start command says -D${p.name}=${p.value}, a place on the old server. If the application needs it, mount what is there and set it under systemProperties in drydock.yaml.`,
  'zh-CN': `原启动命令中有 -D${p.name}=${p.value}，指向旧服务器上的路径。如应用确有需要，请挂载相应内容，并在 drydock.yaml 的 systemProperties 中设置。`,
});

export const zoneKept = (p: { zone: string; place: string }): Text => ({
  en: `It ran in ${p.zone} (${p.place}); a container's clock is in UTC, which would move schedules and dates.`,
  'zh-CN': `原运行时区为 ${p.zone}（${p.place}）；容器默认使用 UTC，会使定时任务和日期发生偏移。`,
});

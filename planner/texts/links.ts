import type { Text } from '../../model/text.js';

export const calledByService = (p: { service: string; old: string; link: Text }): Text => ({
  en: `It called ${p.old}; in the cluster it calls ${p.service}: ${p.link.en}.`,
  'zh-CN': `原先调用 ${p.old}，在集群中改为调用 ${p.service}：${p.link['zh-CN']}。`,
});

export const callInCodeTitle = (p: { target: string }): Text => ({
  en: `Let the code call ${p.target} by its Service`,
  'zh-CN': `让代码通过 Service 调用 ${p.target}`,
});

export const callInCodeDetail = (p: { old: string; service: string; place: string }): Text => ({
  en: `${p.place} holds the address ${p.old}, where nothing outside can change it: read it from the configuration and set it to ${p.service}.`,
  'zh-CN': `${p.place} 写死了地址 ${p.old}，无法从外部修改：请改为从配置读取，并设为 ${p.service}。`,
});

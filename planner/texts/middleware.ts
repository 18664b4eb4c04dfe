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
  en: `The configuration lists ${p.count} voting server(s) (${p.place}).`,
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

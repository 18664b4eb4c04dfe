import type { Text } from '../../model/text.js';

export const notPlannedTitle = (p: { id: string }): Text => ({
  en: `Nothing is generated for ${p.id}`,
  'zh-CN': `未为 ${p.id} 生成任何内容`,
});

export const productNotPlanned = (p: { product: string }): Text => ({
  en: `Drydock recognises ${p.product} but does not generate a cluster for it yet.`,
  'zh-CN': `当前版本可以识别 ${p.product}，但尚不能为其生成集群。`,
});

export const brokenLinksTitle = (p: { count: number }): Text => ({
  en: p.count === 1 ? 'Supply what a link points to' : `Supply what ${p.count} links point to`,
  'zh-CN': `补充 ${p.count} 个符号链接指向的文件`,
});

export const brokenLinksDetail = (p: { count: number; examples: string }): Text => ({
  en: `${p.count === 1 ? 'A link leads' : 'Links lead'} out of the input (${p.examples}), and would lead nowhere in the image: copy the targets into the input (for a system package: install the packages that it depends on and copy from there), or replace the links.`,
  'zh-CN': `输入中有链接指向输入之外的文件（${p.examples}），在镜像中将会失效：请把目标文件复制到输入中（系统软件包可先安装其依赖的软件包，再从中复制），或替换这些链接。`,
});

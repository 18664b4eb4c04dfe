import type { Text } from '../../model/text.js';

export const notPlannedTitle = (p: { id: string }): Text => ({
  en: `Nothing is generated for ${p.id}`,
  'zh-CN': `未为 ${p.id} 生成任何内容`,
});

export const productNotPlanned = (p: { product: string }): Text => ({
  en: `Drydock recognises ${p.product} but does not generate a cluster for it yet.`,
  'zh-CN': `当前版本可以识别 ${p.product}，但尚不能为其生成集群。`,
});

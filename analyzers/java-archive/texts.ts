import type { Text } from '../../model/text.js';

export const title = (): Text => ({ en: 'Java archives', 'zh-CN': 'Java 归档' });

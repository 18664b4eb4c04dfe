import type { Text } from '../../model/text.js';

export const title = (): Text => ({ en: 'Java code', 'zh-CN': 'Java 代码' });

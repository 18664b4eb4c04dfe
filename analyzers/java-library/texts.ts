import type { Text } from '../../model/text.js';

export const title = (): Text => ({ en: 'Java libraries', 'zh-CN': 'Java 依赖库' });

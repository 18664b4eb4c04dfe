import type { Text } from '../../model/text.js';

export const title = (): Text => ({ en: 'Spring and Java settings', 'zh-CN': 'Spring 与 Java 配置' });

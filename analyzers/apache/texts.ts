import type { Text } from '../../model/text.js';

export const title: Text = { en: 'Apache HTTP Server configuration', 'zh-CN': 'Apache HTTP Server 配置' };

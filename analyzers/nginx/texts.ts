import type { Text } from '../../model/text.js';

export const title: Text = { en: 'nginx configuration', 'zh-CN': 'nginx 配置' };

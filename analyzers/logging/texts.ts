import type { Text } from '../../model/text.js';

export const title = (): Text => ({ en: 'Logging configuration', 'zh-CN': '日志配置' });

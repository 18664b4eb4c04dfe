import type { Text } from '../../model/text.js';

export const title = (): Text => ({ en: 'Start scripts', 'zh-CN': '启动脚本' });

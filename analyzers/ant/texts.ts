import type { Text } from '../../model/text.js';

export const title = (): Text => ({ en: 'Ant and IDE projects', 'zh-CN': 'Ant 与 IDE 工程' });

import type { Text } from '../../model/text.js';

export const title = (): Text => ({ en: 'Enterprise archives (EAR)', 'zh-CN': '企业级归档（EAR）' });

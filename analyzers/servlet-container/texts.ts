import type { Text } from '../../model/text.js';

export const title = (): Text => ({
  en: 'Servlet containers and Java EE servers',
  'zh-CN': 'Servlet 容器与 Java EE 应用服务器',
});

import type { Text } from '../../model/text.js';

export const noTheme = (): Text => ({
  en: 'This WordPress has no theme: its pages for visitors stay empty.',
  'zh-CN': '该 WordPress 没有任何主题：面向访客的页面将是空白。',
});

export const noThemeHint = (): Text => ({
  en: "Copy the site's themes (and plugins) into wp-content before building; packages often keep them elsewhere.",
  'zh-CN': '请在构建前将站点的主题（和插件）复制到 wp-content；系统软件包往往将其放在别处。',
});

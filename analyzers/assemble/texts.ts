import type { Text } from '../../model/text.js';

export const unknownContent = (): Text => ({ en: 'not recognised', 'zh-CN': '无法识别' });

export const nothingRecognised = (): Text => ({
  en: 'No analyzer found a build file, an archive, a web root or a middleware configuration that it knows.',
  'zh-CN': '未发现可识别的构建文件、归档、网站根目录或中间件配置。',
});

export const earNotGenerated = (): Text => ({
  en: 'An EAR needs a Jakarta EE server; Drydock recognises it but does not generate a deployment for it yet.',
  'zh-CN': 'EAR 需要 Jakarta EE 应用服务器；当前版本可以识别，但尚不能为其生成部署。',
});

export const libraryOnly = (): Text => ({
  en: 'A library: nothing in it runs on its own (no main class, no web application).',
  'zh-CN': '这是一个类库：没有主类，也不是 Web 应用，无法单独运行。',
});

import type { Text } from '../../model/text.js';

export const externalised = (p: { path: string }): Text => ({
  en: `${p.path} differs between environments; it is mounted from a ConfigMap instead of being built into the image.`,
  'zh-CN': `${p.path} 因环境而异，改由 ConfigMap 挂载，不再打入镜像。`,
});

export const wholeFileSecret = (p: { path: string }): Text => ({
  en: `${p.path} holds a secret and its format can't take it from the environment, so the whole file becomes a Secret.`,
  'zh-CN': `${p.path} 含有敏感信息，且该格式无法从环境变量取值，因此整个文件以 Secret 提供。`,
});

export const insideJarTitle = (p: { path: string }): Text => ({
  en: `Take ${p.path} out of its jar`,
  'zh-CN': `将 ${p.path} 从 jar 中移出`,
});

export const insideJarDetail = (p: { path: string }): Text => ({
  en: `${p.path} is read from inside a jar, where nothing can be mounted over it; let the code read it from a folder.`,
  'zh-CN': `${p.path} 从 jar 内部读取，无法通过挂载覆盖；请让代码改从目录读取。`,
});

export const fillTitle = (p: { token: string }): Text => ({
  en: `Replace ${p.token}`,
  'zh-CN': `替换 ${p.token}`,
});

export const fillDetail = (p: { token: string; path: string }): Text => ({
  en: `The build used to fill ${p.token} into ${p.path}, and nothing in the input says with what. The file is mounted now: write the value into it.`,
  'zh-CN': `${p.path} 中的 ${p.token} 原由构建过程填入，但没有信息说明其取值。该文件现改为挂载，请直接写入实际值。`,
});

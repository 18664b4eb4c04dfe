import type { Text } from '../../model/text.js';

export const propertySet = (p: { name: string; value: string; place: string }): Text => ({
  en: `The application reads the directory from the system property ${p.name} (${p.place}), which nobody sets; it is set to ${p.value}.`,
  'zh-CN': `应用从系统属性 ${p.name} 读取目录（${p.place}），但没有任何地方设置它；现设为 ${p.value}。`,
});

export const setPropertyTitle = (p: { name: string }): Text => ({
  en: `Set the system property ${p.name}`,
  'zh-CN': `设置系统属性 ${p.name}`,
});

export const setPropertyDetail = (p: { name: string }): Text => ({
  en: `The application needs -D${p.name} and has no default for it; set it under systemProperties in drydock.yaml.`,
  'zh-CN': `应用需要 -D${p.name} 且没有默认值；请在 drydock.yaml 的 systemProperties 中设置。`,
});

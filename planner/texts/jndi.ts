import type { Text } from '../../model/text.js';

export const jndiMail = (p: { name: string; place: string }): Text => ({
  en: `The application looks up ${p.name} (${p.place}); the server defines it, with the mail library on its own class path.`,
  'zh-CN': `应用查找 ${p.name}（${p.place}）；由服务器定义该资源，并在服务器类路径中提供邮件类库。`,
});

export const jndiDatabase = (p: { name: string; id: string; place: string }): Text => ({
  en: `The application looks up ${p.name} (${p.place}); the server defines it on ${p.id}, with the password from its Secret.`,
  'zh-CN': `应用查找 ${p.name}（${p.place}）；由服务器定义并指向 ${p.id}，密码取自其 Secret。`,
});

export const jndiEmbedded = (p: { name: string; product: string; place: string }): Text => ({
  en: `No database is named for ${p.name}, but the application brings ${p.product} (${p.place}), which runs inside the process and keeps its files on a claim.`,
  'zh-CN': `没有为 ${p.name} 指定数据库，但应用自带 ${p.product}（${p.place}）；它在进程内运行，文件保存在持久卷上。`,
});

export const unknownResourceTitle = (p: { name: string }): Text => ({
  en: `Define the JNDI resource ${p.name}`,
  'zh-CN': `定义 JNDI 资源 ${p.name}`,
});

export const unknownResourceDetail = (p: { name: string; type: string }): Text => ({
  en: `The application needs ${p.name} (${p.type}), and nothing says what stands behind it; add it under jndi in drydock.yaml.`,
  'zh-CN': `应用需要 ${p.name}（${p.type}），但没有信息说明其实际来源；请在 drydock.yaml 的 jndi 中补充。`,
});

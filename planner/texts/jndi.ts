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

export const embeddedFiles = (p: { product: string; path: string; place: string }): Text => ({
  en: `The files of the ${p.product} database that runs inside the process (${p.place}) lie in ${p.path} and must survive the pod.`,
  'zh-CN': `进程内 ${p.product} 数据库（${p.place}）的文件位于 ${p.path}，须在 Pod 重建后保留。`,
});

export const mailServerTitle = (p: { name: string }): Text => ({
  en: `Name the mail server of ${p.name}`,
  'zh-CN': `指定 ${p.name} 的邮件服务器`,
});

export const mailServerDetail = (p: { name: string }): Text => ({
  en: `Nothing says which server ${p.name} sends through; \`localhost\` lets the application start, but in a container nothing listens there. Set mail.smtp.host under jndi in drydock.yaml, and add host and port under egress so that the NetworkPolicy lets mail out.`,
  'zh-CN': `没有信息说明 ${p.name} 通过哪台服务器发信；\`localhost\` 可让应用正常启动，但容器内没有邮件服务在监听。请在 drydock.yaml 的 jndi 中设置 mail.smtp.host，并在 egress 中加入其主机和端口，以便 NetworkPolicy 放行。`,
});

export const unknownResourceTitle = (p: { name: string }): Text => ({
  en: `Define the JNDI resource ${p.name}`,
  'zh-CN': `定义 JNDI 资源 ${p.name}`,
});

export const unknownResourceDetail = (p: { name: string; type: string }): Text => ({
  en: `The application needs ${p.name} (${p.type}), and nothing says what stands behind it; add it under jndi in drydock.yaml.`,
  'zh-CN': `应用需要 ${p.name}（${p.type}），但没有信息说明其实际来源；请在 drydock.yaml 的 jndi 中补充。`,
});

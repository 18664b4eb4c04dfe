import type { Text } from '../../model/text.js';

export const scriptProfile = (p: { profile: string; place: string }): Text => ({
  en: `The start script runs it with profile ${p.profile} (${p.place}).`,
  'zh-CN': `启动脚本使用 ${p.profile} 配置（${p.place}）。`,
});

export const productionProfile = (p: { profile: string }): Text => ({
  en: `The application has a profile ${p.profile}, which names production; only that one is activated.`,
  'zh-CN': `应用中有名为 ${p.profile} 的生产环境配置，仅启用该配置。`,
});

export const noProfile = (p: { profile: string }): Text => ({
  en: `Profile ${p.profile} is for another environment.`,
  'zh-CN': `${p.profile} 配置用于其他环境。`,
});

export const dependencyGenerated = (p: { service: string }): Text => ({
  en: `The application needs ${p.service}; it is generated beside it, as asked for.`,
  'zh-CN': `应用依赖 ${p.service}，按要求随应用一并生成。`,
});

export const dependencyExternal = (p: { service: string }): Text => ({
  en: `The application needs ${p.service}; it stays where it is and is reached through a Service of its own name.`,
  'zh-CN': `应用依赖 ${p.service}；它保留在原处，通过同名 Service 访问。`,
});

export const generatedNotProduction = (): Text => ({
  en: 'A single generated instance is good for trials; production data usually stays on the database that is there.',
  'zh-CN': '单实例适合试运行；生产数据通常仍保留在现有数据库中。',
});

export const externalHostTitle = (p: { service: string }): Text => ({
  en: `Say where ${p.service} is`,
  'zh-CN': `填写 ${p.service} 的地址`,
});

export const externalHostDetail = (p: { id: string; service: string }): Text => ({
  en: `Nothing says where ${p.service} is reached from the cluster: set dependencies.${p.id}.externalHost in drydock.yaml, or plan with --with-dependencies.`,
  'zh-CN': `没有信息说明集群内如何访问 ${p.service}：请在 drydock.yaml 中设置 dependencies.${p.id}.externalHost，或使用 --with-dependencies 重新规划。`,
});

export const makeUnsaid = (): Text => ({
  en: 'Nothing says whether the server is MySQL or MariaDB, and PHP speaks to both; MariaDB takes the SQL and the logins of older applications as they are.',
  'zh-CN':
    '没有信息说明服务器是 MySQL 还是 MariaDB，而 PHP 两者都能连接；MariaDB 无需调整即可兼容旧应用的 SQL 和登录方式。',
});

export const makeMysqlToo = (): Text => ({
  en: 'Right when the old server was MySQL 5.7 or newer and its dump is to be loaded; change service, image and version.',
  'zh-CN': '若原服务器为 MySQL 5.7 及以上并需导入其备份，请改用 MySQL：修改 service、image 和 version。',
});

export const mailTitle = (): Text => ({
  en: 'Decide how mail is sent',
  'zh-CN': '确定邮件发送方式',
});

export const mailDetail = (): Text => ({
  en: "It sends mail, and nothing names a mail server. PHP's mail() hands it to a sendmail program, which the image does not have: configure an SMTP server in the application (a plugin, a setting) and allow it under egress in the plan.",
  'zh-CN':
    '应用会发送邮件，但没有信息说明邮件服务器。PHP 的 mail() 依赖 sendmail 程序，而镜像中没有：请在应用中配置 SMTP 服务器（插件或设置项），并在计划的 egress 中放行。',
});

export const strictModeOff = (): Text => ({
  en: 'The code dates from before strict mode (mysql_* functions), which would refuse its empty strings and zero dates.',
  'zh-CN': '代码使用早于严格模式的 mysql_* 函数，严格模式会拒绝其空字符串和零日期。',
});

export const loadDataTitle = (p: { service: string }): Text => ({
  en: `Load the old data into ${p.service}`,
  'zh-CN': `将原有数据导入 ${p.service}`,
});

export const loadDataEmpty = (p: { command: string }): Text => ({
  en: `The generated database starts empty. Load a dump of the old one: \`${p.command}\`.`,
  'zh-CN': `随应用生成的数据库为空。请导入原数据库的备份：\`${p.command}\`。`,
});

export const loadDataSchema = (p: { command: string }): Text => ({
  en: `The generated database starts with what the application's SQL files hold. Load a dump of the old one instead, if its data counts: \`${p.command}\`.`,
  'zh-CN': `随应用生成的数据库仅包含应用自带 SQL 文件中的内容。如需原有数据，请导入原数据库的备份：\`${p.command}\`。`,
});

export const optionalTitle = (p: { service: string }): Text => ({
  en: `Find out whether it uses ${p.service}`,
  'zh-CN': `确认是否使用 ${p.service}`,
});

export const optionalDetail = (p: { service: string }): Text => ({
  en: `The code can talk to ${p.service}, and nothing says that it does, or where. If it does, configure the address in the application and allow it under egress in the plan.`,
  'zh-CN': `代码可以访问 ${p.service}，但没有信息说明是否实际使用以及其地址。如确需使用，请在应用中配置地址，并在计划的 egress 中放行。`,
});

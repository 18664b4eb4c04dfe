import type { Text } from '../../model/text.js';

export const javaFromEvidence = (p: { level: string; place: string; version: string }): Text => ({
  en: `Compiled for Java ${p.level} (${p.place}); Java ${p.version} is the smallest image that runs it.`,
  'zh-CN': `按 Java ${p.level} 编译（${p.place}），Java ${p.version} 是能运行它的最低版本镜像。`,
});

export const javaDefault = (p: { version: string }): Text => ({
  en: `Nothing in the application says which Java it needs; Java ${p.version} is assumed. Please confirm.`,
  'zh-CN': `应用中没有说明所需的 Java 版本，暂按 Java ${p.version} 处理，请确认。`,
});

export const newerJava = (p: { version: string }): Text => ({
  en: `Java ${p.version} is supported for longer, but the application was not built for it and must be tested on it.`,
  'zh-CN': `Java ${p.version} 的支持周期更长，但应用并非针对它构建，需要先行测试。`,
});

export const removedApi = (p: { version: string; place: string }): Text => ({
  en: `The application uses what Java ${p.version} no longer brings (${p.place}).`,
  'zh-CN': `应用使用了 Java ${p.version} 已移除的 API（${p.place}）。`,
});

export const tomcatForJavax = (p: { version: string; place: string }): Text => ({
  en: `The code uses javax.servlet (${p.place}), which Tomcat ${p.version} still provides; Tomcat 10 renamed it to jakarta.servlet.`,
  'zh-CN': `代码使用 javax.servlet（${p.place}），Tomcat ${p.version} 仍然提供；Tomcat 10 起改名为 jakarta.servlet。`,
});

export const tomcatForJakarta = (p: { version: string; place: string }): Text => ({
  en: `The code uses jakarta.servlet (${p.place}), which begins with Tomcat 10; Tomcat ${p.version} is the maintained line.`,
  'zh-CN': `代码使用 jakarta.servlet（${p.place}），该命名空间自 Tomcat 10 开始；Tomcat ${p.version} 是仍在维护的版本线。`,
});

export const tomcatAssumed = (p: { version: string }): Text => ({
  en: `Nothing shows which Servlet API the code was written for; a WAR of unknown age is most often javax.servlet, so Tomcat ${p.version}.`,
  'zh-CN': `没有证据表明代码所用的 Servlet API；年代不明的 WAR 大多使用 javax.servlet，因此选择 Tomcat ${p.version}。`,
});

export const otherServer = (p: { product: string }): Text => ({
  en: `It ran on ${p.product} before; Tomcat is smaller, but what only ${p.product} provides must be replaced.`,
  'zh-CN': `此前运行在 ${p.product} 上；Tomcat 更轻量，但 ${p.product} 独有的能力需要替换。`,
});

export const tomcatInsteadTitle = (p: { product: string }): Text => ({
  en: `Check what only ${p.product} provides`,
  'zh-CN': `核对 ${p.product} 独有的能力`,
});

export const tomcatInsteadDetail = (p: { product: string }): Text => ({
  en: `The application was configured for ${p.product}; the generated image uses Tomcat, which offers Servlet, JSP, WebSocket and JNDI resources but no EJB, JMS or JTA.`,
  'zh-CN': `应用原本按 ${p.product} 配置；生成的镜像使用 Tomcat，提供 Servlet、JSP、WebSocket 与 JNDI 资源，但不提供 EJB、JMS 与 JTA。`,
});

export const executableJar = (p: { place: string }): Text => ({
  en: `An executable jar (${p.place}): a JRE is all it needs.`,
  'zh-CN': `可执行 jar（${p.place}），只需要 JRE。`,
});

export const buildsWithMaven = (p: { root: string; java: string }): Text => ({
  en: `Built by Maven from ${p.root} with JDK ${p.java}, the version it compiles for.`,
  'zh-CN': `使用 Maven 从 ${p.root} 构建，JDK 为 ${p.java}，与编译级别一致。`,
});

export const buildsWith = (p: { tool: string; file: string }): Text => ({
  en: `Built by ${p.tool}, as ${p.file} says.`,
  'zh-CN': `按 ${p.file} 使用 ${p.tool} 构建。`,
});

export const shutdownGraceful = (p: { version: string }): Text => ({
  en: `Spring Boot ${p.version} cuts requests off when it stops unless it is told to let them end.`,
  'zh-CN': `Spring Boot ${p.version} 停止时默认会中断正在处理的请求，需明确设为等待其完成。`,
});

export const contextPathFound = (p: { path: string; place: string }): Text => ({
  en: `The application is served below ${p.path} (${p.place}).`,
  'zh-CN': `应用的访问路径为 ${p.path}（${p.place}）。`,
});

export const contextPathRoot = (): Text => ({
  en: 'Nothing fixes the context path, so the application is served at the root; links that it makes relative to its context keep working.',
  'zh-CN': '没有固定的上下文路径，因此部署在根路径；应用内相对于上下文的链接不受影响。',
});

export const fileLogsTitle = (): Text => ({
  en: 'Send the log to standard output',
  'zh-CN': '将日志输出到标准输出',
});

export const fileLogsDetail = (p: { paths: readonly string[] }): Text => ({
  en: `The application logs to files only (${p.paths.join(', ')}): \`kubectl logs\` shows nothing of it, nobody collects them, and they fill the volume. Add a console appender to its logging configuration, or run a collector beside it.`,
  'zh-CN': `应用只将日志写入文件（${p.paths.join('、')}）：\`kubectl logs\` 看不到内容，日志无人收集，还会占满存储卷。请在日志配置中增加控制台输出，或在旁边运行日志采集器。`,
});

export const buildProfile = (p: { profile: string; place: string }): Text => ({
  en: `Maven's profile ${p.profile} is the one for production (${p.place}); a build without it would be a developer's.`,
  'zh-CN': `Maven 的 ${p.profile} 配置对应生产环境（${p.place}）；不指定它将得到开发环境的构建。`,
});

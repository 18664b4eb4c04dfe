import type { ComponentPlan } from '../../model/plan-component.js';
import { sameText } from '../../model/text.js';
import type { Text } from '../../model/text.js';

const kinds: Readonly<Record<ComponentPlan['kind'], Text>> = {
  war: { en: 'Web application (WAR)', 'zh-CN': 'Web 应用（WAR）' },
  java: { en: 'Java application', 'zh-CN': 'Java 应用' },
  php: { en: 'PHP application', 'zh-CN': 'PHP 应用' },
  node: { en: 'Node.js application', 'zh-CN': 'Node.js 应用' },
  static: { en: 'Static site', 'zh-CN': '静态站点' },
  middleware: { en: 'Middleware', 'zh-CN': '中间件' },
};

/** Images of the catalogue as people call what is in them; others are shown as they are. */
const products: Readonly<Record<string, string>> = {
  tomcat: 'Tomcat',
  'eclipse-temurin-jre': 'Eclipse Temurin JRE',
  'php-fpm': 'PHP-FPM',
  nginx: 'nginx',
  node: 'Node.js',
  zookeeper: 'ZooKeeper',
};

/** What a secret opens; a plan may name other purposes, which are shown as they are. */
const purposes: Readonly<Record<string, Text>> = {
  database: { en: 'database', 'zh-CN': '数据库' },
  cache: { en: 'cache', 'zh-CN': '缓存' },
  mail: { en: 'mail', 'zh-CN': '邮件' },
  messaging: { en: 'messaging', 'zh-CN': '消息' },
  ldap: { en: 'LDAP', 'zh-CN': 'LDAP' },
  api: { en: 'API', 'zh-CN': 'API' },
  keystore: { en: 'key store', 'zh-CN': '密钥库' },
  session: { en: 'session', 'zh-CN': '会话' },
  other: { en: 'other', 'zh-CN': '其他' },
};

/** The purpose of a secret in words. */
export function purposeName(purpose: string): Text {
  return purposes[purpose] ?? sameText(purpose);
}

/** What a component is. */
export function kindName({ kind }: ComponentPlan): Text {
  return kinds[kind];
}

/** What it runs on: `Tomcat 9.0`. */
export function runtimeName({ runtime }: ComponentPlan): string {
  return [products[runtime.image] ?? runtime.image, runtime.version].join(' ');
}

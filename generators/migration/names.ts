import type { ComponentPlan } from '../../model/plan-component.js';
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

/** What a component is. */
export function kindName({ kind }: ComponentPlan): Text {
  return kinds[kind];
}

/** What it runs on: `Tomcat 9.0`. */
export function runtimeName({ runtime }: ComponentPlan): string {
  return [products[runtime.image] ?? runtime.image, runtime.version].join(' ');
}

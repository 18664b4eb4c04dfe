import { eachContainer, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';
import { probePath } from './probe-handler.js';

/** Paths whose answer depends on databases and other services: Spring's aggregate, readiness paths, deep checks. */
const heavy = [
  /\/(actuator|manage|management)\/health\/?$/,
  /\/(actuator\/)?health\/readiness\/?$/,
  /\/(ready|readyz|readiness|health\/ready|healthz\/ready)\/?$/,
  /\/(deep|full|status|health)[-_/](check|deep|full|db|database|dependencies)\/?$/,
  /\/q\/health\/?$|\/q\/health\/ready\/?$/,
];

export const livenessDependencies: ManifestRule = {
  id: 'liveness-dependencies',
  severity: 'error',
  title: say('Liveness depends on other services', '存活探针依赖其他服务'),
  why: say(
    'The aggregate health endpoint also asks the database: when that is down, every replica is restarted over and over, which mends nothing.',
    '聚合健康检查会同时检测数据库：数据库故障时所有副本会被反复重启，却无助于恢复。',
  ),
  fix: say(
    'ask a path that depends on nothing: /actuator/health/liveness, a static page, or a TCP check',
    '改用不依赖外部的检查：/actuator/health/liveness、静态页面或 TCP 检查',
  ),
  inspect: eachContainer(function* (container) {
    const path = probePath(container, 'livenessProbe')?.replace(/\?.*$/, '');
    if (path === undefined || !heavy.some((pattern) => pattern.test(path))) return;
    yield {
      path: [...container.path, 'livenessProbe', 'httpGet', 'path'],
      message: say(
        `liveness of container "${container.name}" asks ${path}, which depends on other services`,
        `容器“${container.name}”的存活探针访问 ${path}，其结果取决于其他服务`,
      ),
    };
  }),
};

import { listOf, objectOf, textOf } from '../../documents/json.js';
import { say } from '../rule.js';
import type { ManifestRule } from '../rule.js';

export const ingressHost: ManifestRule = {
  id: 'ingress-host',
  severity: 'error',
  title: say('Two Ingresses claim one address', '两个 Ingress 占用同一地址'),
  why: say(
    'Which of them answers depends on the controller and on their age.',
    '由谁响应取决于控制器实现和创建先后。',
  ),
  fix: say('give each system a host or path of its own', '为每个系统分配独立的主机名或路径'),
  inspect: function* (set) {
    const owners = new Map<string, string>();
    for (const ingress of set.ofKind('Ingress')) {
      const className = textOf(objectOf(ingress.value.spec).ingressClassName);
      for (const [i, rule] of listOf(objectOf(ingress.value.spec).rules).entries()) {
        const host = textOf(objectOf(rule).host);
        for (const [j, item] of listOf(objectOf(objectOf(rule).http).paths).entries()) {
          const path = textOf(objectOf(item).path) || '/';
          const key = `${className} ${host}${path}`;
          const owner = owners.get(key);
          owners.set(key, owner ?? ingress.subject);
          if (owner === undefined || owner === ingress.subject) continue;
          const message = say(
            `${host}${path} is also claimed by ${owner}`,
            `${host}${path} 已被 ${owner} 占用`,
          );
          yield { manifest: ingress, path: ['spec', 'rules', i, 'http', 'paths', j], message };
        }
      }
    }
  },
};

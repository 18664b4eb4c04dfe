import { objectOf } from '../../documents/json.js';
import { eachContainer, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';
import { handlerOf } from './probe-handler.js';

export const probesDiffer: ManifestRule = {
  id: 'probes-differ',
  severity: 'warning',
  title: say('Liveness and readiness ask the same', '存活探针与就绪探针相同'),
  why: say(
    'If both fail together, a pod that is merely busy is restarted instead of being given a rest from requests.',
    '两者同时失败时，仅仅繁忙的 Pod 会被重启，而不是暂时摘除流量。',
  ),
  fix: say(
    'ask different things, or give liveness a larger failureThreshold than readiness',
    '让两者检查不同的内容，或让存活探针的 failureThreshold 大于就绪探针',
  ),
  inspect: eachContainer(function* (container) {
    const liveness = handlerOf(container, 'livenessProbe');
    if (liveness === undefined || liveness !== handlerOf(container, 'readinessProbe')) return;
    const patience = (probe: string) => {
      const { failureThreshold, periodSeconds } = objectOf(container.value[probe]);
      return Number(failureThreshold ?? 3) * Number(periodSeconds ?? 10);
    };
    if (patience('livenessProbe') > patience('readinessProbe')) return;
    yield {
      path: [...container.path, 'livenessProbe'],
      message: say(
        `container "${container.name}": livenessProbe is the same as readinessProbe, and no more patient`,
        `容器“${container.name}”的 livenessProbe 与 readinessProbe 相同，且容忍时间不比后者长`,
      ),
    };
  }),
};

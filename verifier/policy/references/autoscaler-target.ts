import { listOf, objectOf, textOf } from '../../documents/json.js';
import type { Manifest } from '../../documents/manifest.js';
import { podOf } from '../../documents/pods.js';
import { say } from '../rule.js';
import type { ManifestHit, ManifestRule } from '../rule.js';

export const autoscalerTarget: ManifestRule = {
  id: 'autoscaler-target',
  severity: 'error',
  title: say('An autoscaler can’t work', '自动伸缩无法工作'),
  why: say(
    'It needs a workload that exists, and shares of CPU or memory are counted from requests.',
    '它需要存在的目标，而 CPU、内存使用率是按 requests 计算的。',
  ),
  fix: say(
    'name a workload of these files and give its containers requests',
    '指向这些文件中的工作负载，并为其容器设置 requests',
  ),
  inspect: function* (set) {
    for (const scaler of set.ofKind('HorizontalPodAutoscaler')) {
      const target = objectOf(objectOf(scaler.value.spec).scaleTargetRef);
      const path = ['spec', 'scaleTargetRef'];
      const [kind, name] = [textOf(target.kind), textOf(target.name)];
      const workload = set.find(scaler, kind, name);
      if (workload === undefined) {
        const message = say(`${kind} "${name}" is not among these files`, `这些文件中没有 ${kind}“${name}”`);
        yield { manifest: scaler, path, message };
      } else yield* judge(scaler, workload);
    }
  },
};

function* judge(scaler: Manifest, workload: Manifest): Generator<ManifestHit> {
  for (const [i, metric] of listOf(objectOf(scaler.value.spec).metrics).entries()) {
    const { name, target } = objectOf(objectOf(metric).resource);
    if (objectOf(target).type !== 'Utilization' || typeof name !== 'string') continue;
    const without = podOf(workload)?.containers.find(({ value, role }) => {
      const { requests, limits } = objectOf(value.resources);
      return (
        role === 'container' && objectOf(requests)[name] === undefined && objectOf(limits)[name] === undefined
      );
    });
    if (without === undefined) continue;
    const message = say(
      `container "${without.name}" requests no ${name} to count from`,
      `容器“${without.name}”没有 ${name} 的 requests，无法计算使用率`,
    );
    yield { manifest: scaler, path: ['spec', 'metrics', i], message };
  }
  if (objectOf(workload.value.spec).replicas !== undefined) {
    const message = say(
      'replicas is set although an autoscaler decides it: each apply resets it',
      '已由自动伸缩决定副本数，却仍写了 replicas，每次 apply 都会重置',
    );
    yield { manifest: workload, path: ['spec', 'replicas'], message, severity: 'warning' };
  }
}

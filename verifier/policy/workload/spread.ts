import { listOf, objectOf } from '../../documents/json.js';
import { podOf } from '../../documents/pods.js';
import { say } from '../rule.js';
import type { ManifestRule } from '../rule.js';

export const spread: ManifestRule = {
  id: 'spread',
  severity: 'warning',
  title: say('Replicas may all land on one node', '副本可能全部落在同一节点'),
  why: say(
    'Several replicas protect against the loss of a node only if they do not share it.',
    '多副本只有分布在不同节点上，才能抵御节点故障。',
  ),
  fix: say(
    'add topologySpreadConstraints over kubernetes.io/hostname, or pod anti-affinity',
    '添加基于 kubernetes.io/hostname 的 topologySpreadConstraints 或 Pod 反亲和',
  ),
  inspect: function* (set) {
    for (const manifest of [...set.ofKind('Deployment'), ...set.ofKind('StatefulSet')]) {
      const replicas = objectOf(manifest.value.spec).replicas ?? 1;
      const pod = podOf(manifest);
      if (pod === undefined || typeof replicas !== 'number' || replicas < 2) continue;
      const spreads = listOf(pod.spec.topologySpreadConstraints).length > 0;
      if (spreads || objectOf(pod.spec.affinity).podAntiAffinity !== undefined) continue;
      const message = say(
        `${replicas} replicas without a rule that spreads them`,
        `${replicas} 个副本没有分散规则`,
      );
      yield { manifest, path: pod.path, message };
    }
  },
};

import { objectOf } from '../../documents/json.js';
import type { Manifest } from '../../documents/manifest.js';
import { podOf } from '../../documents/pods.js';
import { selectorMatches } from '../../documents/selector.js';
import { sameNamespace } from '../manifest-set.js';
import type { ManifestSet } from '../manifest-set.js';
import { say } from '../rule.js';
import type { ManifestHit, ManifestRule } from '../rule.js';

export const disruptionBudget: ManifestRule = {
  id: 'disruption-budget',
  severity: 'error',
  title: say('Replicas and PodDisruptionBudget do not fit', '副本数与 PodDisruptionBudget 不匹配'),
  why: say(
    'Without a budget a drained node may take all replicas at once; a budget that never lets one go blocks the drain for ever.',
    '没有预算时，排空节点可能同时带走所有副本；预算过严又会让节点永远无法排空。',
  ),
  fix: say(
    'for two or more replicas add a PodDisruptionBudget with maxUnavailable: 1; for one replica have none',
    '两个及以上副本配置 maxUnavailable: 1 的 PodDisruptionBudget，单副本则不要配置',
  ),
  inspect: function* (set) {
    for (const kind of ['Deployment', 'StatefulSet']) {
      for (const manifest of set.ofKind(kind)) yield* judgeWorkload(manifest, set);
    }
    for (const budget of set.ofKind('PodDisruptionBudget')) {
      const selected = set.pods.some(({ manifest }) => covers(budget, manifest));
      if (selected || set.pods.length === 0) continue;
      const message = say('the budget selects none of the pods here', '该预算没有选中这里的任何 Pod');
      yield { manifest: budget, path: ['spec', 'selector'], message };
    }
  },
};

function* judgeWorkload(manifest: Manifest, set: ManifestSet): Generator<ManifestHit> {
  const replicas = replicasOf(manifest, set);
  const budgets = set.ofKind('PodDisruptionBudget').filter((budget) => covers(budget, manifest));
  if (replicas >= 2 && budgets.length === 0) {
    const message = say(
      `${replicas} replicas without a PodDisruptionBudget`,
      `${replicas} 个副本但没有 PodDisruptionBudget`,
    );
    yield { manifest, path: ['spec', 'replicas'], message, severity: 'warning' };
  }
  for (const budget of budgets) {
    const { minAvailable, maxUnavailable } = objectOf(budget.value.spec);
    const blocks =
      maxUnavailable === 0 ||
      maxUnavailable === '0%' ||
      minAvailable === '100%' ||
      (typeof minAvailable === 'number' && minAvailable >= replicas && replicas > 0);
    if (!blocks) continue;
    const message = say(
      `lets none of the ${replicas} replicas of ${manifest.subject} go: nodes can never be drained`,
      `不允许 ${manifest.subject} 的 ${replicas} 个副本中任何一个退出，节点将无法排空`,
    );
    yield { manifest: budget, path: ['spec'], message };
  }
}

/** An autoscaler's minimum counts more than what the workload says. */
function replicasOf(manifest: Manifest, set: ManifestSet): number {
  const scaler = set.ofKind('HorizontalPodAutoscaler').find(({ value }) => {
    const target = objectOf(objectOf(value.spec).scaleTargetRef);
    return target.kind === manifest.kind && target.name === manifest.name;
  });
  const minimum = scaler && objectOf(scaler.value.spec).minReplicas;
  const replicas = scaler ? (minimum ?? 1) : objectOf(manifest.value.spec).replicas;
  return typeof replicas === 'number' ? replicas : 1;
}

function covers(budget: Manifest, workload: Manifest): boolean {
  const pod = podOf(workload);
  if (pod === undefined || !sameNamespace(budget, workload)) return false;
  return selectorMatches(objectOf(objectOf(budget.value.spec).selector), pod.labels);
}

import { objectOf } from '../../documents/json.js';
import { selectorMatches } from '../../documents/selector.js';
import { sameNamespace } from '../manifest-set.js';
import { say } from '../rule.js';
import type { ManifestRule } from '../rule.js';

export const networkPolicy: ManifestRule = {
  id: 'network-policy',
  severity: 'warning',
  title: say('A NetworkPolicy protects nothing', 'NetworkPolicy 没有保护任何 Pod'),
  why: say(
    'A policy that selects no pod looks like protection and is none.',
    '没有选中 Pod 的策略看似有防护，实则没有。',
  ),
  fix: say("make podSelector fit the pod's labels", '使 podSelector 与 Pod 标签一致'),
  inspect: function* (set) {
    if (set.pods.length === 0) return;
    for (const policy of set.ofKind('NetworkPolicy')) {
      const selector = objectOf(objectOf(policy.value.spec).podSelector);
      const selects = set.pods.some(
        ({ manifest, labels }) => sameNamespace(manifest, policy) && selectorMatches(selector, labels),
      );
      if (selects) continue;
      const message = say('selects none of the pods here', '没有选中这里的任何 Pod');
      yield { manifest: policy, path: ['spec', 'podSelector'], message };
    }
  },
};

import { textOf } from '../../documents/json.js';
import { eachPod, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';

export const serviceAccountToken: ManifestRule = {
  id: 'service-account-token',
  severity: 'warning',
  title: say('The pod gets a token for the Kubernetes API', 'Pod 挂载了 Kubernetes API 令牌'),
  why: say(
    'An application that does not call the API needs no token; whoever breaks in finds one.',
    '不调用 API 的应用不需要令牌，一旦被攻破令牌就会泄露。',
  ),
  fix: say('set automountServiceAccountToken: false', '设置 automountServiceAccountToken: false'),
  inspect: (set) =>
    eachPod(function* ({ spec, path, manifest }) {
      if (spec.automountServiceAccountToken === false) return;
      const account = textOf(spec.serviceAccountName);
      const declared = set.find(manifest, 'ServiceAccount', account);
      if (
        spec.automountServiceAccountToken === undefined &&
        declared?.value.automountServiceAccountToken === false
      )
        return;
      // Who names an account of its own and binds a role to it means to call the API.
      const bindings = [...set.ofKind('RoleBinding'), ...set.ofKind('ClusterRoleBinding')];
      if (
        account !== '' &&
        bindings.some(({ value }) => JSON.stringify(value.subjects).includes(`"${account}"`))
      )
        return;
      yield { path, message: say('a service account token is mounted', '挂载了服务账号令牌') };
    })(set),
};

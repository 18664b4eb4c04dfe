import { isObject, listOf, textOf } from '../../documents/json.js';
import { eachPod, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';

const allowed = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/ (HostPath Volumes, Volume Types) */
export const volumeTypes: ManifestRule = {
  id: 'volume-types',
  severity: 'error',
  title: say('A volume reaches outside the cluster’s storage', '卷类型绕过了集群存储'),
  why: say(
    'A hostPath shows the node’s files and ties the pod to that node; network volumes named in a pod bypass quotas and storage classes.',
    'hostPath 会暴露节点文件并把 Pod 绑死在该节点上；在 Pod 中直接写网络卷则绕过了配额和 StorageClass。',
  ),
  fix: say(
    'use a PersistentVolumeClaim, or an emptyDir for what may be lost',
    '改用 PersistentVolumeClaim；可丢弃的数据用 emptyDir',
  ),
  inspect: eachPod(function* ({ spec, path }) {
    for (const [i, volume] of listOf(spec.volumes).entries()) {
      if (!isObject(volume)) continue;
      const source = Object.keys(volume).find((key) => key !== 'name' && !allowed.includes(key));
      if (source === undefined || volume[source] === null) continue;
      const name = textOf(volume.name);
      yield {
        path: [...path, 'volumes', i, source],
        message: say(`volume "${name}" is a ${source}`, `卷“${name}”的类型为 ${source}`),
      };
    }
  }),
};

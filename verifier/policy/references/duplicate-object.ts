import { say } from '../rule.js';
import type { ManifestRule } from '../rule.js';

export const duplicateObject: ManifestRule = {
  id: 'duplicate-object',
  severity: 'error',
  title: say('Two objects have one name', '两个对象同名'),
  why: say('The one that is applied last wins, in silence.', '后应用的会悄无声息地覆盖先应用的。'),
  fix: say('rename or remove one of them', '重命名或删除其中之一'),
  inspect: function* (set) {
    const first = new Map<string, string>();
    for (const manifest of set.manifests) {
      if (manifest.name === '' || manifest.value.metadata === undefined) continue;
      const group = manifest.apiVersion.replace(/\/?v\d\w*$/, '');
      const key = `${group} ${manifest.kind} ${manifest.namespace}/${manifest.name}`;
      const place = `${manifest.file}:${manifest.lineOf(['metadata', 'name'])}`;
      const before = first.get(key);
      first.set(key, before ?? place);
      if (before === undefined) continue;
      const message = say(
        `${manifest.subject} also stands in ${before}`,
        `${manifest.subject} 在 ${before} 已有定义`,
      );
      yield { manifest, path: ['metadata', 'name'], message };
    }
  },
};

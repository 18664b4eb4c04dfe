import { textOf } from '../../documents/json.js';
import { imageFault } from '../image-reference.js';
import { eachContainer, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';

export const imagePinned: ManifestRule = {
  id: 'image-pinned',
  severity: 'error',
  title: say('An image is not pinned', '镜像版本未固定'),
  why: say(
    'latest is another image tomorrow: two replicas may run different code, and nobody can roll back.',
    'latest 随时会变：两个副本可能运行不同的代码，也无法回滚。',
  ),
  fix: say('name an exact tag, or a digest', '写明确切的标签或摘要'),
  inspect: eachContainer(function* ({ value, path }) {
    const image = textOf(value.image);
    const fault = imageFault(image);
    if (fault) yield { path: [...path, 'image'], message: fault };
  }),
};

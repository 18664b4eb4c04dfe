import { objectOf } from '../../documents/json.js';
import { eachContainer, say } from '../rule.js';
import type { ManifestRule } from '../rule.js';

export const readOnlyRoot: ManifestRule = {
  id: 'read-only-root',
  severity: 'error',
  title: say('The root filesystem is writable', '根文件系统可写'),
  why: say(
    'What is written there is lost with the container and counts against the node; an intruder can change the application.',
    '写入其中的内容会随容器消失并占用节点空间，入侵者也能借此篡改应用。',
  ),
  fix: say(
    'set securityContext.readOnlyRootFilesystem: true, and mount an emptyDir or a claim where the application writes',
    '设置 securityContext.readOnlyRootFilesystem: true，并在应用写入的目录挂载 emptyDir 或存储卷',
  ),
  inspect: eachContainer(function* ({ value, path, name, role }) {
    if (role === 'ephemeral' || objectOf(value.securityContext).readOnlyRootFilesystem === true) return;
    const message = say(
      `container "${name}" can write to its root filesystem`,
      `容器“${name}”的根文件系统可写`,
    );
    yield { path: [...path, 'securityContext', 'readOnlyRootFilesystem'], message };
  }),
};

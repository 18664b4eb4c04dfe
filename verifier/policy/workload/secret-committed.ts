import { objectOf } from '../../documents/json.js';
import { isPlaceholder } from '../../secrets/placeholder.js';
import { say } from '../rule.js';
import type { ManifestRule } from '../rule.js';

export const secretCommitted: ManifestRule = {
  id: 'secret-committed',
  severity: 'warning',
  title: say('A Secret with its values lies among the files', 'Secret 的真实值与清单放在一起'),
  why: say(
    'base64 is no protection: a Secret in a repository is a secret in clear.',
    'Base64 并非加密，提交到仓库的 Secret 等于明文。',
  ),
  fix: say(
    'keep placeholders here and let an operator, a vault or the pipeline fill them in',
    '此处只保留占位符，由运维、密钥库或流水线填入真实值',
  ),
  inspect: function* (set) {
    for (const manifest of set.ofKind('Secret')) {
      for (const field of ['data', 'stringData'] as const) {
        for (const [key, value] of Object.entries(objectOf(manifest.value[field]))) {
          if (typeof value !== 'string' || isPublic(key)) continue;
          const plain = field === 'data' ? Buffer.from(value, 'base64').toString('utf8') : value;
          // A file of many lines may hold placeholders beside what is no secret.
          const held = plain.includes('\n') ? plain.includes('PRIVATE KEY-----') : !isPlaceholder(plain);
          if (!held) continue;
          yield {
            manifest,
            path: [field, key],
            message: say(`${key} has a real value`, `${key} 填入了真实值`),
          };
        }
      }
    }
  },
};

/** Keys that go with a secret and are none. */
function isPublic(key: string): boolean {
  return /^(username|user|host|port|database|dbname|url|ca\.crt|tls\.crt|.*\.(crt|cer|pub))$/i.test(key);
}

import { isObject } from '../../documents/json.js';
import type { Manifest } from '../../documents/manifest.js';
import { isConfigKey } from '../names.js';
import type { SchemaViolation } from '../schema-violation.js';
import { grammarTexts, schemaTexts as texts } from '../texts.js';

const limit = 1024 * 1024;

/** Keys and size of ConfigMaps and Secrets. */
export function* checkConfiguration(manifest: Manifest): Generator<SchemaViolation> {
  if (manifest.apiVersion !== 'v1' || !['ConfigMap', 'Secret'].includes(manifest.kind)) return;
  let bytes = 0;
  for (const field of ['data', 'binaryData', 'stringData'] as const) {
    const map = manifest.value[field];
    if (!isObject(map)) continue;
    for (const [key, value] of Object.entries(map)) {
      if (!isConfigKey(key)) {
        yield {
          rule: 'name',
          path: [field, key],
          message: texts.badValue(field, key, grammarTexts.configKey()),
        };
      }
      if (typeof value === 'string') bytes += Buffer.byteLength(value);
    }
  }
  if (bytes > limit) yield { rule: 'size', path: [], message: texts.tooLarge(bytes) };
}

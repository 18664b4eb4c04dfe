import { createHash } from 'node:crypto';
import type { Manifest } from './manifest.js';
import { serialise } from './manifest.js';

/**
 * An annotation of the pod template: when configuration changes, so does the template, and the pods are replaced.
 * Without it a changed ConfigMap would not reach files mounted by subPath, nor the environment.
 */
export function configChecksum(objects: readonly Manifest[]): Record<string, string> {
  if (objects.length === 0) return {};
  const hash = createHash('sha256');
  for (const object of objects) hash.update(serialise({ ...object, metadata: object.metadata.name }));
  return { 'checksum/config': hash.digest('hex') };
}

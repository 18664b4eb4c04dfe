import { listOf, objectOf } from '../../documents/json.js';
import { printPath } from '../../documents/manifest.js';
import type { FieldPath, JsonObject, Manifest } from '../../documents/manifest.js';
import type { SchemaViolation } from '../schema-violation.js';
import { schemaTexts as texts } from '../texts.js';

/** A PersistentVolumeClaim asks for an access mode and a size. */
export function* checkClaim(manifest: Manifest): Generator<SchemaViolation> {
  if (manifest.kind === 'PersistentVolumeClaim') yield* checkClaimSpec(manifest.value, []);
}

/** The same for a claim inside a StatefulSet, at `path`. */
export function* checkClaimSpec(claim: JsonObject, path: FieldPath): Generator<SchemaViolation> {
  const spec = objectOf(claim.spec);
  const at = [...path, 'spec'];
  if (listOf(spec.accessModes).length === 0) {
    yield { rule: 'required', path: at, message: texts.missing(printPath([...at, 'accessModes'])) };
  }
  if (objectOf(objectOf(spec.resources).requests).storage === undefined) {
    const field = [...at, 'resources', 'requests', 'storage'];
    yield { rule: 'required', path: at, message: texts.missing(printPath(field)) };
  }
}

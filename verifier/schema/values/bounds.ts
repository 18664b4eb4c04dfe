import { printPath } from '../../documents/manifest.js';
import type { FieldPath, JsonObject } from '../../documents/manifest.js';
import type { SchemaViolation } from '../schema-violation.js';
import { schemaTexts as texts } from '../texts.js';

/** Fields of an object that must lie in a range, each as `[field, min, max]`; absent fields are fine. */
export function* checkBounds(
  value: JsonObject,
  path: FieldPath,
  bounds: readonly (readonly [string, number, number])[],
): Generator<SchemaViolation> {
  for (const [field, min, max] of bounds) {
    const number = value[field];
    if (typeof number === 'number' && (number < min || number > max)) {
      const at = [...path, field];
      yield { rule: 'range', path: at, message: texts.outOfRange(printPath(at), number, min, max) };
    }
  }
}

/** Exactly one of some fields must be set. */
export function* checkExactlyOne(
  value: JsonObject,
  path: FieldPath,
  choices: readonly string[],
): Generator<SchemaViolation> {
  const found = choices.filter((choice) => value[choice] !== undefined && value[choice] !== null);
  if (found.length === 1) return;
  const shown = choices.length > 6 ? [...choices.slice(0, 5), '…'] : choices;
  yield { rule: 'one-of', path, message: texts.exactlyOne(printPath(path), shown, found) };
}

/** Largest value of a 32-bit integer field. */
export const maxInt32 = 2_147_483_647;

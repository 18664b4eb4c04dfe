import type { FieldPath } from '../documents/manifest.js';
import type { Text } from '../../model/text.js';
import { quantityValue } from './quantity.js';
import type { SchemaViolation } from './schema-violation.js';
import { grammarTexts, schemaTexts as texts, typeTexts } from './texts.js';

/** Judges a value of one of the basic types of a schema. */
export function* checkScalar(
  type: string,
  value: unknown,
  at: { path: FieldPath; field: string },
): Generator<SchemaViolation> {
  if (!hasType(type, value)) {
    const quoted = type === 'string' && ['number', 'boolean'].includes(typeof value);
    const hint = quoted ? { hint: texts.quoteIt(String(value)) } : {};
    yield {
      rule: 'type',
      path: at.path,
      message: texts.wrongType(at.field, wanted(type), describeType(value)),
      ...hint,
    };
    return;
  }
  const grammar = grammarFault(type, value);
  if (grammar) {
    // A Secret's data is not shown, whatever is wrong with it.
    const shown = type === 'bytes' ? '***' : String(value);
    const hint = type === 'bytes' && at.path[0] === 'data' ? { hint: texts.useStringData() } : {};
    yield { rule: 'format', path: at.path, message: texts.badValue(at.field, shown, grammar), ...hint };
  }
}

function hasType(type: string, value: unknown): boolean {
  switch (type) {
    case 'string':
    case 'time':
    case 'bytes':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'quantity':
      return typeof value === 'string' || typeof value === 'number';
    case 'int-or-string':
      return typeof value === 'string' || Number.isInteger(value);
    case 'object':
      return typeof value === 'object' && !Array.isArray(value);
    default:
      return true;
  }
}

function grammarFault(type: string, value: unknown) {
  if (type === 'quantity' && quantityValue(value) === undefined) return grammarTexts.quantity();
  if (type === 'time' && !isTime(value as string)) return grammarTexts.time();
  if (type === 'bytes' && !isBase64(value as string)) return grammarTexts.base64();
  return undefined;
}

function isTime(value: string): boolean {
  return /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.test(value);
}

function isBase64(value: string): boolean {
  const compact = value.replace(/[\r\n]/g, '');
  return compact.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(compact);
}

function wanted(type: string): Text {
  switch (type) {
    case 'boolean':
      return typeTexts.boolean();
    case 'integer':
      return typeTexts.integer();
    case 'number':
      return typeTexts.number();
    case 'quantity':
      return typeTexts.quantity();
    case 'int-or-string':
      return typeTexts.integerOrString();
    case 'object':
      return typeTexts.object();
    default:
      return typeTexts.string();
  }
}

/** What a value is; a number or boolean with its value, a string without, since it may be a secret. */
export function describeType(value: unknown): Text {
  if (Array.isArray(value)) return typeTexts.list();
  switch (typeof value) {
    case 'string':
      return typeTexts.string();
    case 'boolean':
      return typeTexts.boolean(value);
    case 'number':
      return typeTexts.number(value);
    default:
      return typeTexts.object();
  }
}

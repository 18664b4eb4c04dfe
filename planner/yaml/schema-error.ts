import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import { nearest } from '../../model/nearest.js';
import type { Text } from '../../model/text.js';
import { planErrors as texts } from '../texts/plan-errors.js';
import type { PlanPath } from './plan-document.js';

/** The first thing in a plan that its schema does not allow. */
export interface SchemaError {
  readonly path: PlanPath;
  readonly message: Text;
  readonly hint: Text;
}

/** Holds a value against a JSON Schema; undefined when it fits. */
export function findSchemaError(value: unknown, schema: object): SchemaError | undefined {
  const ajv = new Ajv({ allErrors: true, strict: false, allowUnionTypes: true, verbose: true });
  const validate = ajv.compile(schema);
  if (validate(value)) return undefined;
  const [first] = rank(validate.errors ?? []);
  if (!first) throw new Error('a schema failed without an error');
  return describe(first);
}

/** Unknown keys say most of what a person meant to write; then what lies deepest. Errors of `anyOf` itself say nothing. */
function rank(errors: readonly ErrorObject[]): ErrorObject[] {
  const telling = errors.filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'if');
  const depth = (error: ErrorObject): number => error.instancePath.split('/').length;
  const weight = (error: ErrorObject): number =>
    depth(error) * 2 + (error.keyword === 'additionalProperties' ? 3 : 0);
  return [...(telling.length > 0 ? telling : errors)].sort((a, b) => weight(b) - weight(a));
}

function describe(error: ErrorObject): SchemaError {
  const path = pointerPath(error.instancePath);
  const params = error.params as {
    additionalProperty?: string;
    missingProperty?: string;
    allowedValues?: readonly unknown[];
    allowedValue?: unknown;
    type?: string | readonly string[];
  };
  if (params.additionalProperty !== undefined) {
    const known = Object.keys((error.parentSchema as { properties?: object }).properties ?? {});
    return {
      path: [...path, params.additionalProperty],
      message: texts.unknownKey(pathText([...path, params.additionalProperty])),
      hint: suggest(params.additionalProperty, known),
    };
  }
  const at = pathText(path);
  if (params.missingProperty !== undefined)
    return {
      path,
      message: texts.missingKey(at, params.missingProperty),
      hint: texts.addIt(params.missingProperty),
    };
  if (params.allowedValues) {
    const allowed = params.allowedValues.map(String);
    const hint = typeof error.data === 'string' ? suggest(error.data, allowed) : texts.useOneOf(allowed);
    return { path, message: texts.notOneOf(at, allowed), hint };
  }
  if (error.keyword === 'const')
    return { path, message: texts.notOneOf(at, [String(params.allowedValue)]), hint: texts.seeSchema() };
  if (params.type !== undefined) {
    const wanted = [params.type].flat().join(', ');
    return {
      path,
      message: texts.wrongType(at, { wanted, found: typeOf(error.data) }),
      hint: texts.write(wanted),
    };
  }
  return { path, message: texts.doesNotFit(at, error.message ?? error.keyword), hint: texts.seeSchema() };
}

/** The known word that was probably meant, else all of them. */
export function suggest(word: string, known: readonly string[]): Text {
  const meant = nearest(word, known);
  if (meant !== undefined) return texts.didYouMean(meant);
  return known.length > 0 ? texts.useOneOf([...known].sort()) : texts.seeSchema();
}

/** `components.shop.ports[0].port`; the plan itself where the path is empty. */
export function pathText(path: PlanPath): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`))
    .join('');
}

function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function pointerPath(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

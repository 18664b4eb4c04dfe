/**
 * What one Kubernetes minor version accepts: facts generated from its published source by
 * `verifier/host/schema-data/generate.mjs`.
 */
export interface SchemaData {
  /** The release the facts were read from, `1.34.4`. */
  readonly version: string;
  /** By `apps/v1 Deployment`. */
  readonly kinds: Readonly<Record<string, { readonly type: string; readonly namespaced: boolean }>>;
  /** Type → property → type expression; see {@link parseType}. */
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A type expression, taken apart. */
export type FieldType =
  | { readonly is: 'scalar'; readonly name: string }
  | { readonly is: 'enum'; readonly values: readonly string[] }
  | { readonly is: 'list'; readonly items: string; readonly keys: readonly string[] }
  | { readonly is: 'map'; readonly values: string }
  | { readonly is: 'type'; readonly name: string };

const scalars = new Set([
  'string',
  'boolean',
  'integer',
  'number',
  'bytes',
  'time',
  'quantity',
  'int-or-string',
  'object',
  'any',
]);

/**
 * `string`, `=Always|Never` (allowed values), `core.v1.Container[name]` (list keyed by `name`; `[*]`: a set),
 * `string{}` (map), else the name of a type. A required field's trailing `!` must have been cut off.
 */
export function parseType(expression: string): FieldType {
  if (expression.endsWith('{}')) return { is: 'map', values: expression.slice(0, -2) };
  const list = /^(.*)\[([^[\]]*)\]$/.exec(expression);
  if (list) return { is: 'list', items: list[1] ?? '', keys: list[2] ? list[2].split(',') : [] };
  if (expression.startsWith('=')) return { is: 'enum', values: expression.slice(1).split('|') };
  return scalars.has(expression) ? { is: 'scalar', name: expression } : { is: 'type', name: expression };
}

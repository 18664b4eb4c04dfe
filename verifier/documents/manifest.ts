/** A file as the caller found it: its path (forward slashes, as it is to be reported) and its bytes. */
export interface InputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Where a value stands in an object: `['spec', 'containers', 0, 'image']`. */
export type FieldPath = readonly (string | number)[];

/** A JSON object whose shape nobody has vouched for. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** One Kubernetes object of a file; a List's items are objects of their own. */
export interface Manifest {
  readonly file: string;
  readonly apiVersion: string;
  readonly kind: string;
  /** `metadata.name`, `''` when there is none. */
  readonly name: string;
  /** `metadata.namespace`, `''` when there is none: the namespace is chosen on apply. */
  readonly namespace: string;
  /** `Deployment/order-web`. */
  readonly subject: string;
  readonly value: JsonObject;
  /** 1-based line of the value at `path`, or of the nearest thing above it that exists. */
  readonly lineOf: (path: FieldPath) => number;
}

/** `spec.template.spec.containers[0].image`, the way the API server writes a path. */
export function printPath(path: FieldPath): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : (i === 0 ? '' : '.') + quoteKey(part)))
    .join('');
}

function quoteKey(key: string): string {
  return /^[\w$-]+$/.test(key) ? key : `[${key}]`;
}

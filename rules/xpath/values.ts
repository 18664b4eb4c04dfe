import { stringValue, type XNode } from './node.js';

export type Value = readonly XNode[] | string | number | boolean;

/** Where the reference's library panics: the file has no match. */
export class XPathPanic extends Error {
  override readonly name = 'XPathPanic';
}

/** The context an expression is evaluated in. */
export interface Focus {
  readonly node: XNode;
  readonly position: number;
  readonly size: number;
}

export function isNodes(value: Value): value is readonly XNode[] {
  return typeof value === 'object';
}

export function nodesOf(value: Value): readonly XNode[] {
  if (!isNodes(value)) throw new XPathPanic('not a node-set');
  return value;
}

export function toText(value: Value): string {
  if (isNodes(value)) return value[0] ? stringValue(value[0]) : '';
  return String(value);
}

export function toNumber(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = toText(value).trim();
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : NaN;
}

export function toBoolean(value: Value): boolean {
  return isNodes(value) ? value.length > 0 : Boolean(value);
}

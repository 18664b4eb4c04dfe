import type { Text } from '../../model/text.js';
import { say } from './rule.js';

/** The tag and digest of an image reference; a registry's port is no tag. */
export function parseImage(reference: string): {
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
} {
  const [named = '', digest] = reference.split('@');
  const colon = named.lastIndexOf(':');
  const hasTag = colon > named.lastIndexOf('/');
  return {
    name: hasTag ? named.slice(0, colon) : named,
    ...(hasTag && { tag: named.slice(colon + 1) }),
    ...(digest !== undefined && { digest }),
  };
}

/** Why a reference may mean another image tomorrow; undefined when it can't, or when there is none. */
export function imageFault(reference: string): Text | undefined {
  const { tag, digest } = parseImage(reference);
  if (reference === '' || digest !== undefined) return undefined;
  if (tag === undefined)
    return say(`${reference} has no tag, so it is latest`, `${reference} 没有标签，即 latest`);
  if (/^(latest|stable|edge|nightly|main|master|dev|snapshot)$/i.test(tag)) {
    return say(`${reference} is a moving tag`, `${reference} 使用了会变动的标签`);
  }
  return undefined;
}

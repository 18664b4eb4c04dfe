import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Document, Node, Pair } from 'yaml';

/** Where the reason for a value stands. */
export interface CommentPlace {
  readonly read: () => string | null | undefined;
  readonly write: (comment: string | null) => void;
}

/**
 * A scalar has its comment behind it, a mapping or list above its key, an item of a list above itself. What stands above
 * the first of a mapping or list belongs to the whole once it has been read from text.
 */
export function commentPlace(
  document: Document,
  path: readonly (string | number)[],
): CommentPlace | undefined {
  const node = document.getIn(path, true);
  if (isScalar(node)) return behind(node);
  const parent = document.getIn(path.slice(0, -1), true);
  const key = path.at(-1);
  if (isSeq(parent)) {
    const item = typeof key === 'number' ? parent.items[key] : undefined;
    return isNode(item) ? above(key === 0 ? parent : item) : undefined;
  }
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((one: Pair) => isScalar(one.key) && one.key.value === key);
  if (!pair || !isNode(pair.key)) return undefined;
  return above(pair === parent.items[0] ? parent : pair.key);
}

function behind(node: Node): CommentPlace {
  return {
    read: () => node.comment,
    write: (comment) => {
      node.comment = comment;
    },
  };
}

function above(node: Node): CommentPlace {
  return {
    read: () => node.commentBefore,
    write: (comment) => {
      node.commentBefore = comment;
    },
  };
}

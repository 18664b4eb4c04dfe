import { createTree, type XNode } from './node.js';

/** JSON as the reference's query library sees it: keys are elements, array items are elements without a name. */
export function treeOfJson(value: unknown): XNode {
  const tree = createTree();
  const fill = (parent: XNode, content: unknown): void => {
    if (Array.isArray(content)) {
      for (const item of content) fill(tree.add(parent, { kind: 'element', line: 1 }), item);
    } else if (typeof content === 'object' && content !== null) {
      for (const key of Object.keys(content).sort()) {
        const node = tree.add(parent, { kind: 'element', name: key, line: 1 });
        fill(node, (content as Record<string, unknown>)[key]);
      }
    } else if (content !== null && content !== undefined) {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      tree.add(parent, { kind: 'text', value: text, line: 1 });
    }
  };
  fill(tree.root, value);
  return tree.root;
}

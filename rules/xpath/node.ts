/** A node of the tree that XPath walks: built from XML text, from a parsed element or from JSON. */
export interface XNode {
  readonly kind: 'document' | 'element' | 'attribute' | 'text' | 'cdata' | 'comment';
  /** As written, with its prefix; empty for texts. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  /** Text of attributes, texts and comments. */
  readonly value: string;
  readonly attributes: XNode[];
  readonly children: XNode[];
  readonly parent: XNode | undefined;
  /** 1-based; of the start tag for elements. */
  readonly line: number;
  /** Document order. */
  readonly order: number;
}

/** Makes nodes of one tree, numbered in the order in which they are made. */
export function createTree(): {
  readonly root: XNode;
  add(parent: XNode, node: Partial<Omit<XNode, 'parent' | 'order'>> & Pick<XNode, 'kind' | 'line'>): XNode;
} {
  let order = 0;
  const make = (
    parent: XNode | undefined,
    node: Partial<Omit<XNode, 'parent' | 'order'>> & Pick<XNode, 'kind' | 'line'>,
  ): XNode => {
    const name = node.name ?? '';
    const colon = name.indexOf(':');
    return {
      namespace: '',
      value: '',
      attributes: [],
      children: [],
      ...node,
      name,
      prefix: colon > 0 ? name.slice(0, colon) : '',
      local: colon > 0 ? name.slice(colon + 1) : name,
      parent,
      order: order++,
    };
  };
  const root = make(undefined, { kind: 'document', line: 1 });
  return {
    root,
    add(parent, node) {
      const made = make(parent, node);
      (node.kind === 'attribute' ? parent.attributes : parent.children).push(made);
      return made;
    },
  };
}

/** String value as XPath 1.0 defines it. Source: https://www.w3.org/TR/1999/REC-xpath-19991116/#data-model */
export function stringValue(node: XNode): string {
  if (node.kind !== 'document' && node.kind !== 'element') return node.value;
  let text = '';
  for (const child of node.children) if (child.kind !== 'comment') text += stringValue(child);
  return text;
}

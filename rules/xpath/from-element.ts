import type { XmlElement } from '../../workspace/xml/xml-element.js';
import { createTree, type XNode } from './node.js';

/** The tree of a parsed document, with the line of every element and attribute. */
export function treeOfElement(element: XmlElement): XNode {
  const tree = createTree();
  const convert = (source: XmlElement, parent: XNode, scope: Readonly<Record<string, string>>): void => {
    const declared = declarations(source.attributes, scope);
    const namespace = declared[source.prefix ?? ''] ?? '';
    const node = tree.add(parent, { kind: 'element', name: source.name, namespace, line: source.line });
    for (const [name, value] of Object.entries(source.attributes)) {
      const line = source.attributeLines[name] ?? source.line;
      const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
      const uri = prefix === '' ? '' : (declared[prefix] ?? '');
      tree.add(node, { kind: 'attribute', name, value, line, namespace: uri });
    }
    if (source.text !== '') tree.add(node, { kind: 'text', value: source.text, line: source.line });
    for (const child of source.children) convert(child, node, declared);
  };
  convert(element, tree.root, {});
  return tree.root;
}

/** The namespaces in scope once an element's own `xmlns` attributes count. */
export function declarations(
  attributes: Readonly<Record<string, string>>,
  outer: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const own = Object.entries(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (own.length === 0) return outer;
  return { ...outer, ...Object.fromEntries(own.map(([name, uri]) => [name.slice(6), uri])) };
}

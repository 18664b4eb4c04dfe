import { declarations } from './from-element.js';
import { createTree, type XNode } from './node.js';

/**
 * Reads XML as Go's non-strict decoder does: undefined entities, unclosed tags and attributes without quotes pass.
 * Undefined when even that fails, or when another encoding than UTF-8 is declared, which the reference skips.
 */
export function treeOfXml(text: string): XNode | undefined {
  const declared = /^<\?xml[^>]*encoding=["']([^"']+)["']/.exec(text)?.[1];
  if (declared && declared.toLowerCase() !== 'utf-8') return undefined;
  const tree = createTree();
  const open: { node: XNode; scope: Readonly<Record<string, string>> }[] = [{ node: tree.root, scope: {} }];
  const lines = lineCounter(text);
  const tokens =
    /<!--([\s\S]*?)-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!(?:[^<>[]|<[^>]*>|\[[\s\S]*?\]\s*(?=>))*>|<\/([^\s>]+)\s*>|<([A-Za-z_][^\s/>]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>|([^<]+)/g;
  let end = 0;
  for (const token of text.matchAll(tokens)) {
    if (token.index !== end && text.slice(end, token.index).trim() !== '') return undefined;
    end = token.index + token[0].length;
    const parent = open.at(-1);
    if (!parent) return undefined;
    const line = lines(token.index);
    const [, comment, cdata, closing, name, attributes = '', chars] = token;
    if (comment !== undefined) tree.add(parent.node, { kind: 'comment', value: comment, line });
    else if (cdata !== undefined) tree.add(parent.node, { kind: 'cdata', value: cdata, line });
    else if (chars !== undefined) tree.add(parent.node, { kind: 'text', value: decode(chars), line });
    else if (closing !== undefined) close(open, closing);
    else if (name !== undefined) {
      const values = readAttributes(attributes);
      const scope = declarations(values, parent.scope);
      const node = addElement(tree, parent.node, name, { values, scope, line });
      if (!attributes.endsWith('/')) open.push({ node, scope });
    }
  }
  return tree.root.children.some((child) => child.kind === 'element') ? tree.root : undefined;
}

function close(open: { node: XNode }[], name: string): void {
  const index = open.findLastIndex((frame) => frame.node.name === name);
  if (index > 0) open.length = index;
}

function addElement(
  tree: ReturnType<typeof createTree>,
  parent: XNode,
  name: string,
  {
    values,
    scope,
    line,
  }: { values: Record<string, string>; scope: Readonly<Record<string, string>>; line: number },
): XNode {
  const namespaceOf = (qualified: string, fallback: string): string =>
    scope[qualified.includes(':') ? qualified.slice(0, qualified.indexOf(':')) : fallback] ?? '';
  const node = tree.add(parent, { kind: 'element', name, line, namespace: namespaceOf(name, '') });
  for (const [key, value] of Object.entries(values)) {
    const namespace = key.includes(':') ? namespaceOf(key, '') : '';
    tree.add(node, { kind: 'attribute', name: key, value, line, namespace });
  }
  return node;
}

function readAttributes(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const match of text.matchAll(/([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
    const [, name = '', double, single, bare] = match;
    values[name] = decode(double ?? single ?? bare ?? name);
  }
  return values;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

function lineCounter(text: string): (offset: number) => number {
  let [line, position] = [1, 0];
  return (offset) => {
    for (; position < offset; position++) if (text.charCodeAt(position) === 10) line++;
    return line;
  };
}

import { XMLParser } from 'fast-xml-parser';
import { findLineStarts, lineAt } from '../line-index.js';
import { decodeReferences } from './decode-references.js';
import type { XmlElement } from './xml-element.js';

/** A node as fast-xml-parser orders them: one key names it; attributes stand under `:@`. */
export type OrderedNode = Readonly<Record<string, unknown>>;

const metaData = XMLParser.getMetaDataSymbol() as unknown as keyof OrderedNode;

/** The root element of parsed nodes; `text` is what they were parsed from. */
export function createElement(nodes: readonly OrderedNode[], text: string): XmlElement | undefined {
  const lineStarts = findLineStarts(text);
  const root = nodes.find((node) => nameOf(node) !== undefined);
  return root && build(root, undefined, { text, lineStarts });
}

interface Document {
  readonly text: string;
  readonly lineStarts: readonly number[];
}

function build(node: OrderedNode, parent: XmlElement | undefined, document: Document): XmlElement {
  const name = nameOf(node) ?? '';
  const colon = name.indexOf(':');
  const children: XmlElement[] = [];
  const start = (node[metaData] as { startIndex: number } | undefined)?.startIndex ?? 0;
  const attributes = attributesOf(node);
  let attributeLines: Readonly<Record<string, number>> | undefined;
  const content = node[name] as readonly OrderedNode[];
  const element: XmlElement = {
    name,
    local: name.slice(colon + 1),
    prefix: colon < 0 ? undefined : name.slice(0, colon),
    attributes,
    children,
    text: textOf(content),
    line: lineAt(document.lineStarts, start),
    get attributeLines() {
      return (attributeLines ??= findAttributeLines(document, start, attributes));
    },
    parent,
  };
  for (const child of content)
    if (nameOf(child) !== undefined) children.push(build(child, element, document));
  return element;
}

function nameOf(node: OrderedNode): string | undefined {
  for (const key in node) if (key !== ':@' && key !== '#text' && key !== '#cdata') return key;
  return undefined;
}

function attributesOf(node: OrderedNode): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  const raw = (node[':@'] ?? {}) as Readonly<Record<string, string>>;
  for (const key in raw) attributes[key] = decodeReferences(raw[key] ?? '');
  return attributes;
}

function textOf(content: readonly OrderedNode[]): string {
  let text = '';
  for (const node of content) {
    const part = node['#text'];
    if (typeof part === 'string') text += decodeReferences(part);
    const cdata = node['#cdata'] as readonly { readonly '#text': string }[] | undefined;
    if (cdata) text += cdata[0]?.['#text'] ?? '';
  }
  return text.trim();
}

/** Attributes that stand on another line than their start tag begins. */
function findAttributeLines(
  { text, lineStarts }: Document,
  start: number,
  attributes: Readonly<Record<string, string>>,
): Readonly<Record<string, number>> {
  const first = lineAt(lineStarts, start);
  const lines: Record<string, number> = {};
  if (Object.keys(attributes).length === 0) return lines;
  const attribute = /\s([^\s=>"'/]+)\s*=\s*(?:"[^"]*"|'[^']*')|>/g;
  attribute.lastIndex = start;
  for (let match = attribute.exec(text); match?.[1] !== undefined; match = attribute.exec(text)) {
    const line = lineAt(lineStarts, match.index + match[0].indexOf(match[1]));
    if (line !== first) lines[match[1]] = line;
  }
  return lines;
}

import type { FactValues } from '../../model/fact-values.js';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../../workspace/xml/xml-element.js';
import { attributeOf, childText, jndiName, type Descriptor, type Placed } from './descriptor.js';

type Product = FactValues['server']['product'];

/** Descriptors by which a web application speaks to one server, by the name of their root element. */
const products: Readonly<Record<string, Product>> = {
  'jboss-web': 'jboss',
  'weblogic-web-app': 'weblogic',
  'web-bnd': 'websphere',
  'web-ext': 'websphere',
  WebAppBinding: 'websphere',
  WebAppExtension: 'websphere',
  'glassfish-web-app': 'glassfish',
  'sun-web-app': 'glassfish',
};

/** Reads jboss-web.xml, weblogic.xml, ibm-web-*.xml, glassfish-web.xml, sun-web.xml; false for any other file. */
export function readVendorDescriptor(descriptor: Descriptor): boolean {
  const { root } = descriptor;
  const product = Object.hasOwn(products, root.local) ? products[root.local] : undefined;
  if (!product) return false;
  descriptor.add('server', { product, embedded: false }, root.line, 'inferred');
  const context = childText(root, 'context-root') ?? attributeOfChild(root, 'context-root', 'uri');
  if (context) emitContext(descriptor, context);
  emitReferences(descriptor);
  if (product === 'weblogic') readWebLogic(descriptor);
  return true;
}

function emitContext(descriptor: Descriptor, { text, line }: Placed): void {
  const path = `/${text.replace(/^\/+|\/+$/g, '')}`;
  descriptor.add('context-path', { path }, line);
}

/** Where the server keeps what the application calls by another name: that name must exist on the server. */
function emitReferences(descriptor: Descriptor): void {
  const { root } = descriptor;
  for (const element of [
    ...descendantsOf(root, 'resource-ref'),
    ...descendantsOf(root, 'resource-description'),
  ]) {
    const name =
      childText(element, 'jndi-name', 'jndi') ??
      attributeOf(element, 'binding-name') ??
      childText(element, 'res-ref-name');
    const type = childText(element, 'res-type');
    if (!name) continue;
    const value = { name: jndiName(name.text), ...(type && { type: type.text }), role: 'reference' as const };
    descriptor.add('jndi-resource', value, name.line);
  }
}

const weblogicStores: Readonly<Record<string, FactValues['session-state']['store']>> = {
  memory: 'memory',
  replicated: 'memory',
  replicated_if_clustered: 'memory',
  file: 'file',
  jdbc: 'jdbc',
  'async-jdbc': 'jdbc',
};

/** Source: https://docs.oracle.com/middleware/12213/wls/WBAPP/weblogic_xml.htm */
function readWebLogic(descriptor: Descriptor): void {
  const { root } = descriptor;
  const session = childOf(root, 'session-descriptor');
  const type = childText(session, 'persistent-store-type');
  const seconds = childText(session, 'timeout-secs');
  const store = weblogicStores[type?.text ?? 'memory'] ?? 'memory';
  const minutes = seconds && /^\d+$/.test(seconds.text) ? Math.ceil(Number(seconds.text) / 60) : undefined;
  const place = type ?? seconds;
  if (place) {
    const distributable = type?.text.startsWith('replicated') === true;
    const value = {
      store,
      ...(distributable && { distributable }),
      ...(minutes !== undefined && { timeoutMinutes: minutes }),
    };
    descriptor.add('session-state', value, place.line);
  }
  for (const mapping of childrenOf(root, 'virtual-directory-mapping')) {
    const path = childText(mapping, 'local-path');
    const pattern = childText(mapping, 'url-pattern')?.text ?? '';
    if (!path) continue;
    const use = /upload|image|img|file|attach/i.test(`${path.text} ${pattern}`) ? 'upload' : 'data';
    descriptor.add('writable-path', { path: path.text, use, persistent: true }, path.line, 'inferred');
  }
  const encoding = childText(childOf(root, 'jsp-descriptor'), 'encoding');
  if (encoding) descriptor.add('encoding', { charset: encoding.text, subject: 'web' }, encoding.line);
}

function attributeOfChild(root: XmlElement, child: string, attribute: string): Placed | undefined {
  const element = childOf(root, child);
  return element && attributeOf(element, attribute);
}

import { childrenOf, descendantsOf, type XmlElement } from '../../workspace/xml/xml-element.js';
import { emitDatabase } from './connections.js';
import { jndiName, portOf, type Descriptor, type Placed } from './descriptor.js';

/**
 * Jetty's XML: jetty.xml (connectors), jetty-web.xml, jetty-env.xml and context files (path, JNDI).
 *
 * Source: https://jetty.org/docs/jetty/12/operations-guide/xml/index.html
 */
export function readJettyXml(descriptor: Descriptor): void {
  const { root, file } = descriptor;
  const inApplication = file.path.includes('WEB-INF/');
  descriptor.add(
    'server',
    { product: 'jetty', embedded: false },
    root.line,
    inApplication ? 'inferred' : 'declared',
  );
  for (const set of descendantsOf(root, 'Set')) {
    const name = set.attributes.name;
    if (name === 'contextPath' && set.text !== '')
      descriptor.add('context-path', { path: set.text }, set.line);
    if (name === 'port') emitPort(descriptor, set);
  }
  for (const element of descendantsOf(root, 'New')) {
    if (/\.jndi\.(?:Resource|EnvEntry)$/.test(element.attributes.class ?? ''))
      emitResource(descriptor, element);
  }
}

/** `<Set name="port">8080</Set>`, or with a `<Property>` or `<SystemProperty>` that has a default. */
function emitPort(descriptor: Descriptor, set: XmlElement): void {
  const property = [...descendantsOf(set, 'Property'), ...descendantsOf(set, 'SystemProperty')][0];
  const nested = property && [...descendantsOf(property, 'Default')][0];
  const port = portOf(nested?.text) ?? portOf(property?.attributes.default) ?? portOf(set.text);
  if (port === undefined) return;
  const name = property?.attributes.name;
  descriptor.add(
    'port',
    { port, protocol: 'http', purpose: 'application', ...(name !== undefined && { configuredBy: name }) },
    property?.line ?? set.line,
  );
}

/** `<New class="org.eclipse.jetty.plus.jndi.Resource">` with scope, name and object as arguments. */
function emitResource(descriptor: Descriptor, element: XmlElement): void {
  const names = childrenOf(element, 'Arg').filter(
    ({ children, text }) => children.length === 0 && text !== '',
  );
  const name = names.at(-1);
  if (!name) return;
  const object = childrenOf(element, 'Arg').flatMap((arg) => childrenOf(arg, 'New'))[0];
  const isPool = /DataSource|Pool/.test(object?.attributes.class ?? '');
  const jndi = jndiName(name.text);
  const type = isPool ? 'javax.sql.DataSource' : object?.attributes.class;
  descriptor.add(
    'jndi-resource',
    { name: jndi, ...(type !== undefined && { type }), role: 'definition' },
    name.line,
  );
  if (!object || !isPool) return;
  const setting = (pattern: RegExp): Placed | undefined => {
    const set = [...descendantsOf(object, 'Set')].find((one) => pattern.test(one.attributes.name ?? ''));
    return set && set.text !== '' ? { text: set.text, line: set.line } : undefined;
  };
  emitDatabase(descriptor, {
    url: setting(/^(?:jdbc)?url$/i),
    driver: setting(/^driverClass(?:Name)?$/i),
    username: setting(/^user(?:name)?$/i),
    password: setting(/^password$/i),
    host: setting(/^serverName$/i)?.text,
    port: portOf(setting(/^port(?:Number)?$/i)?.text),
    database: setting(/^databaseName$/i)?.text,
    jndiName: jndi,
    line: object.line,
  });
}

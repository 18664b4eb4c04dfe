import { descendantsOf, type XmlElement } from '../../workspace/xml/xml-element.js';
import { emitDatabase, emitService } from './connections.js';
import { attributeOf, jndiName, plainText, portOf, type Descriptor, type Placed } from './descriptor.js';
import { emitTomcatResource } from './jndi-resources.js';
import { emitParameter, isFilePath } from './params.js';

/**
 * Tomcat's conf/server.xml: connectors, hosts, contexts and what they define.
 *
 * Source: https://tomcat.apache.org/tomcat-9.0-doc/config/
 */
export function readServerXml(descriptor: Descriptor): void {
  const { root } = descriptor;
  descriptor.add('server', { product: 'tomcat', embedded: false }, root.line);
  const shutdown = attributeOf(root, 'port');
  const shutdownPort = portOf(resolve(descriptor, shutdown)?.text);
  if (shutdown && shutdownPort !== undefined) {
    descriptor.add('port', { port: shutdownPort, protocol: 'tcp', purpose: 'shutdown' }, shutdown.line);
  }
  for (const connector of descendantsOf(root, 'Connector')) emitConnector(descriptor, connector);
  for (const realm of descendantsOf(root, 'Realm')) emitRealm(descriptor, realm);
  for (const context of descendantsOf(root, 'Context')) emitContextPlace(descriptor, context, 'declared');
  emitDefinitions(descriptor);
  emitConfigFile(descriptor, 'conf/server.xml');
}

/** META-INF/context.xml, conf/context.xml, conf/Catalina/localhost/NAME.xml. */
export function readContextXml(descriptor: Descriptor): void {
  const { root, file } = descriptor;
  const inApplication = file.path.includes('META-INF/');
  descriptor.add(
    'server',
    { product: 'tomcat', embedded: false },
    root.line,
    inApplication ? 'inferred' : 'declared',
  );
  const host = /(?:^|\/)conf\/[^/]+\/[^/]+\/([^/]+)\.xml$/.exec(file.path);
  if (host) {
    const name = host[1] ?? '';
    descriptor.add(
      'context-path',
      { path: name === 'ROOT' ? '/' : `/${name.replaceAll('#', '/')}` },
      root.line,
    );
  }
  // Tomcat itself ignores a path in META-INF/context.xml; it still says what people meant.
  emitContextPlace(descriptor, root, 'inferred', { ignorePath: host !== null });
  emitDefinitions(descriptor);
  emitConfigFile(descriptor, inApplication ? 'META-INF/context.xml' : 'conf/context.xml');
}

function emitConnector(descriptor: Descriptor, connector: XmlElement): void {
  const port = attributeOf(connector, 'port');
  const number = portOf(resolve(descriptor, port)?.text);
  const type = attributeOf(connector, 'protocol')?.text ?? 'HTTP/1.1';
  const secure = connector.attributes.SSLEnabled === 'true' || connector.attributes.scheme === 'https';
  const protocol = /ajp/i.test(type) ? 'ajp' : secure ? 'https' : 'http';
  if (port && number !== undefined) {
    descriptor.add('port', { port: number, protocol, purpose: 'application' }, port.line);
  }
  const encoding = attributeOf(connector, 'URIEncoding');
  if (encoding) descriptor.add('encoding', { charset: encoding.text, subject: 'web' }, encoding.line);
  for (const key of ['keystorePass', 'truststorePass', 'keyPass', 'SSLPassword']) {
    const secret = attributeOf(connector, key);
    if (secret && plainText(secret.text) !== undefined) {
      descriptor.add('credential', { key, purpose: 'keystore' }, secret.line);
    }
  }
}

/** `path` is where it answers; a `docBase` outside of the server serves (and so keeps) files of the machine. */
function emitContextPlace(
  descriptor: Descriptor,
  context: XmlElement,
  certainty: 'declared' | 'inferred',
  options: { ignorePath?: boolean } = {},
): void {
  const path = attributeOf(context, 'path');
  const docBase = attributeOf(context, 'docBase');
  const outside = docBase !== undefined && isFilePath(docBase.text) && !/\.war$|webapps/i.test(docBase.text);
  if (path && outside && path.text !== '/') {
    const use = /upload|file|image|img|pic|photo|attach/i.test(`${path.text} ${docBase.text}`)
      ? 'upload'
      : 'data';
    descriptor.add(
      'writable-path',
      { path: docBase.text, use, persistent: true, configuredBy: `Context ${path.text}` },
      docBase.line,
      'inferred',
    );
  } else if (options.ignorePath !== true && context.attributes.path !== undefined) {
    const text = context.attributes.path;
    descriptor.add('context-path', { path: text === '' ? '/' : text }, path?.line ?? context.line, certainty);
  }
}

function emitDefinitions(descriptor: Descriptor): void {
  const { root } = descriptor;
  for (const element of descendantsOf(root, 'Resource')) emitTomcatResource(descriptor, element);
  for (const element of [...descendantsOf(root, 'ResourceLink'), ...descendantsOf(root, 'Environment')]) {
    const name = attributeOf(element, 'name');
    if (!name) continue;
    const type = element.attributes.type;
    const value = {
      name: jndiName(name.text),
      ...(type !== undefined && { type }),
      role: 'definition' as const,
    };
    descriptor.add('jndi-resource', value, name.line);
  }
  for (const element of [...descendantsOf(root, 'Parameter'), ...descendantsOf(root, 'Environment')]) {
    const value = attributeOf(element, 'value');
    const name = attributeOf(element, 'name');
    if (name && value) emitParameter(descriptor, { name: name.text, value, owner: element });
  }
  for (const manager of descendantsOf(root, 'Manager')) emitManager(descriptor, manager);
  for (const cluster of descendantsOf(root, 'Cluster')) {
    descriptor.add('session-state', { store: 'memory', distributable: true }, cluster.line);
  }
  for (const valve of descendantsOf(root, 'Valve')) emitValve(descriptor, valve);
}

const stores: readonly (readonly [RegExp, 'redis' | 'memcached' | 'jdbc' | 'file' | 'hazelcast'])[] = [
  [/redis|redisson/i, 'redis'],
  [/memcached/i, 'memcached'],
  [/hazelcast/i, 'hazelcast'],
  [/JDBCStore|DataSourceStore/i, 'jdbc'],
  [/FileStore/i, 'file'],
];

/** A manager of its own keeps sessions somewhere; the standard one keeps them in memory. */
function emitManager(descriptor: Descriptor, manager: XmlElement): void {
  const kept = manager.children.find((child) => child.local === 'Store');
  const names = [
    manager.attributes.className,
    kept?.attributes.className,
    manager.attributes.memcachedNodes && 'memcached',
  ];
  const store = stores.find(([pattern]) => pattern.test(names.filter(Boolean).join(' ')))?.[1];
  if (store) descriptor.add('session-state', { store }, kept?.line ?? manager.line);
  const host = attributeOf(manager, 'host');
  const hostText = plainText(host?.text);
  if (store === 'redis' && host && hostText !== undefined) {
    const port = portOf(attributeOf(manager, 'port')?.text) ?? 6379;
    descriptor.add('depends-on', { service: 'redis', host: hostText, port }, host.line);
  }
  const password = attributeOf(manager, 'password');
  if (password && plainText(password.text) !== undefined) {
    descriptor.add('credential', { key: 'password', purpose: 'session' }, password.line);
  }
}

function emitValve(descriptor: Descriptor, valve: XmlElement): void {
  if (!(valve.attributes.className ?? '').endsWith('AccessLogValve')) return;
  const directory = attributeOf(valve, 'directory');
  const path = plainText(directory?.text) ?? 'logs';
  descriptor.add(
    'log-sink',
    { target: 'file', path, framework: 'tomcat-access-log' },
    directory?.line ?? valve.line,
  );
}

function emitRealm(descriptor: Descriptor, realm: XmlElement): void {
  const url = attributeOf(realm, 'connectionURL');
  if (!url) return;
  const settings = {
    username: attributeOf(realm, 'connectionName'),
    password: attributeOf(realm, 'connectionPassword'),
    passwordKey: 'connectionPassword',
  };
  if (url.text.startsWith('jdbc:')) {
    emitDatabase(descriptor, {
      url,
      driver: attributeOf(realm, 'driverName'),
      ...settings,
      line: realm.line,
    });
  } else if (emitService(descriptor, url, { service: 'ldap' }) && settings.password) {
    descriptor.add('credential', { key: 'connectionPassword', purpose: 'ldap' }, settings.password.line);
  }
}

/** conf/catalina.properties beside it defines `${name}`. */
function resolve(descriptor: Descriptor, placed: Placed | undefined): Placed | undefined {
  const name = /^\$\{([^:}]+)(?::[^}]*)?\}$/.exec(placed?.text ?? '')?.[1];
  if (!placed || name === undefined) return placed;
  const file = descriptor.project.file(`${descriptor.file.directory}/catalina.properties`);
  const found = file?.properties().find(({ key }) => key === name);
  return found ? { text: found.value, line: placed.line } : placed;
}

function emitConfigFile(descriptor: Descriptor, readFrom: string): void {
  const text = descriptor.file.text() ?? '';
  const elements = [
    ...descendantsOf(descriptor.root, 'Resource'),
    ...descendantsOf(descriptor.root, 'Realm'),
  ];
  const secret = elements.some(
    (element) => plainText(attributeOf(element, 'password', 'connectionPassword')?.text) !== undefined,
  );
  descriptor.add(
    'config-file',
    {
      path: descriptor.file.path,
      format: 'xml',
      readFrom,
      purpose: 'server',
      containsSecrets: secret,
      environmentSpecific: secret || /jdbc:|\b\d{1,3}(?:\.\d{1,3}){3}\b/.test(text),
    },
    descriptor.root.line,
  );
}

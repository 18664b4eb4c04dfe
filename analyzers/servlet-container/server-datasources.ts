import { childOf, childrenOf, descendantsOf, type XmlElement } from '../../workspace/xml/xml-element.js';
import { emitDatabase } from './connections.js';
import { attributeOf, childText, jndiName, plainText, portOf, type Descriptor } from './descriptor.js';

/**
 * Data sources of JBoss and WildFly: `*-ds.xml` of all ages, and the datasources subsystem of standalone.xml.
 *
 * Source: https://docs.jboss.org/ironjacamar/schema/datasources_1_2.xsd
 */
export function readJBossDataSources(descriptor: Descriptor): boolean {
  const { root } = descriptor;
  const kinds = ['datasource', 'xa-datasource', 'local-tx-datasource', 'no-tx-datasource'];
  const sources = kinds.flatMap((kind) => [...descendantsOf(root, kind)]);
  for (const source of sources.filter((one) => one.attributes.enabled !== 'false')) {
    const name = attributeOf(source, 'jndi-name') ?? childText(source, 'jndi-name');
    const security = childOf(source, 'security') ?? source;
    const jndi = name && jndiName(name.text);
    if (name && jndi !== undefined) {
      const value = { name: jndi, type: 'javax.sql.DataSource', role: 'definition' as const };
      descriptor.add('jndi-resource', value, name.line);
    }
    emitDatabase(descriptor, {
      url: childText(source, 'connection-url') ?? xaProperty(source, /^url$/i),
      driver: childText(source, 'driver-class') ?? attributeOf(source, 'driver-class'),
      username: childText(security, 'user-name') ?? attributeOf(security, 'user-name'),
      password: childText(security, 'password') ?? attributeOf(security, 'password'),
      host: xaProperty(source, /^serverName$/i)?.text,
      port: portOf(xaProperty(source, /^portNumber$/i)?.text),
      database: xaProperty(source, /^databaseName$/i)?.text,
      jndiName: jndi,
      line: source.line,
    });
  }
  return sources.length > 0;
}

function xaProperty(source: XmlElement, name: RegExp): ReturnType<typeof childText> {
  const property = childrenOf(source, 'xa-datasource-property').find((one) =>
    name.test(one.attributes.name ?? ''),
  );
  return property && property.text !== '' ? { text: property.text, line: property.line } : undefined;
}

/** standalone.xml and domain.xml: data sources and the ports of the socket bindings that web traffic uses. */
export function readStandalone(descriptor: Descriptor): void {
  const { root } = descriptor;
  descriptor.add('server', { product: 'wildfly', embedded: false }, root.line, 'inferred');
  readJBossDataSources(descriptor);
  for (const group of descendantsOf(root, 'socket-binding-group')) {
    const offset = portOf(group.attributes['port-offset']) ?? 0;
    for (const binding of childrenOf(group, 'socket-binding')) {
      const port = portOf(binding.attributes.port);
      const protocol = (['http', 'https', 'ajp'] as const).find((one) => one === binding.attributes.name);
      if (port === undefined || !protocol) continue;
      const line = attributeOf(binding, 'port')?.line ?? binding.line;
      descriptor.add('port', { port: port + offset, protocol, purpose: 'application' }, line);
    }
  }
}

/** WebLogic's `jdbc-data-source`. Source: http://xmlns.oracle.com/weblogic/jdbc-data-source */
export function readWebLogicJdbc(descriptor: Descriptor): void {
  const { root } = descriptor;
  const parameters = childOf(root, 'jdbc-driver-params');
  const names = [...descendantsOf(root, 'jndi-name')].filter(({ text }) => text !== '');
  const user = [...descendantsOf(parameters, 'property')].find(
    (one) => childText(one, 'name')?.text === 'user',
  );
  descriptor.add('server', { product: 'weblogic', embedded: false }, root.line, 'inferred');
  for (const name of names) {
    const value = { name: jndiName(name.text), type: 'javax.sql.DataSource', role: 'definition' as const };
    descriptor.add('jndi-resource', value, name.line);
  }
  const first = names[0];
  emitDatabase(descriptor, {
    url: childText(parameters, 'url'),
    driver: childText(parameters, 'driver-name'),
    username: childText(user, 'value'),
    password: childText(parameters, 'password-encrypted', 'password'),
    passwordKey: childText(parameters, 'password') ? 'password' : 'password-encrypted',
    jndiName: first && jndiName(first.text),
    line: root.line,
  });
}

/** Users of Tomcat's own login. */
export function readTomcatUsers(descriptor: Descriptor): void {
  for (const user of descendantsOf(descriptor.root, 'user')) {
    const password = attributeOf(user, 'password');
    const username = attributeOf(user, 'username', 'name');
    if (!password || plainText(password.text) === undefined) continue;
    descriptor.add(
      'credential',
      { key: 'password', purpose: 'other', ...(username && { username: username.text }) },
      password.line,
    );
  }
}

import { parseJdbcUrl } from '../../model/jdbc-url.js';
import { isSecretKey } from '../../workspace/mask.js';
import type { XmlElement } from '../../workspace/xml/xml-element.js';
import { emitDatabase, emitFixedAddresses, emitService } from './connections.js';
import { attributeOf, jndiName, plainText, portOf, type Descriptor } from './descriptor.js';

/**
 * A `<Resource>` of Tomcat's context.xml or server.xml: what it defines in JNDI and where that leads.
 *
 * Source: https://tomcat.apache.org/tomcat-9.0-doc/jndi-resources-howto.html
 */
export function emitTomcatResource(descriptor: Descriptor, element: XmlElement): void {
  const name = attributeOf(element, 'name');
  if (!name) return;
  const type = attributeOf(element, 'type')?.text;
  const jndi = jndiName(name.text);
  descriptor.add(
    'jndi-resource',
    { name: jndi, ...(type !== undefined && { type }), role: 'definition' },
    name.line,
  );
  const url = attributeOf(element, 'url', 'jdbcUrl', 'jdbcURL', 'URL', 'connectionURL');
  const driver = attributeOf(element, 'driverClassName', 'driverClass', 'driver');
  const isDatabase = (url && parseJdbcUrl(url.text)) ?? driver ?? (type ?? '').endsWith('DataSource');
  if (isDatabase) emitDataSource(descriptor, element, { jndi, url, driver });
  else if (type?.endsWith('mail.Session') === true) emitMail(descriptor, element);
  else emitBroker(descriptor, element);
}

function emitDataSource(
  descriptor: Descriptor,
  element: XmlElement,
  found: { jndi: string; url: ReturnType<typeof attributeOf>; driver: ReturnType<typeof attributeOf> },
): void {
  emitDatabase(descriptor, {
    url: found.url,
    driver: found.driver,
    username: attributeOf(element, 'username', 'user'),
    password: attributeOf(element, 'password'),
    jndiName: found.jndi,
    host: attributeOf(element, 'serverName')?.text,
    port: portOf(attributeOf(element, 'port', 'portNumber')?.text),
    database: attributeOf(element, 'databaseName')?.text,
    line: element.line,
  });
}

function emitMail(descriptor: Descriptor, element: XmlElement): void {
  const host = attributeOf(element, 'mail.smtp.host', 'mail.host');
  const text = plainText(host?.text);
  if (host && text !== undefined) {
    const port = portOf(attributeOf(element, 'mail.smtp.port', 'mail.port')?.text) ?? 25;
    descriptor.add('depends-on', { service: 'smtp', host: text, port }, host.line);
    emitFixedAddresses(descriptor, text, host.line);
  }
  const user = plainText(attributeOf(element, 'mail.smtp.user', 'username')?.text);
  for (const key of Object.keys(element.attributes).filter(isSecretKey)) {
    const secret = attributeOf(element, key);
    if (!secret || plainText(secret.text) === undefined) continue;
    descriptor.add(
      'credential',
      { key, purpose: 'mail', ...(user !== undefined && { username: user }) },
      secret.line,
    );
  }
}

/** JMS connection factories and directory contexts name their server in some URL. */
function emitBroker(descriptor: Descriptor, element: XmlElement): void {
  const url = attributeOf(element, 'brokerURL', 'brokerUrl', 'connectionURL', 'providerURL');
  const factory = `${attributeOf(element, 'type')?.text ?? ''} ${attributeOf(element, 'factory')?.text ?? ''}`;
  const service = /activemq/i.test(factory) ? 'activemq' : /jms|mq/i.test(factory) ? 'jms' : undefined;
  if (url) emitService(descriptor, url, service ? { service } : {});
  const password = attributeOf(element, 'password');
  if (!password || plainText(password.text) === undefined) return;
  const username = plainText(attributeOf(element, 'userName', 'username', 'user')?.text);
  descriptor.add(
    'credential',
    {
      key: 'password',
      purpose: service ? 'messaging' : 'other',
      ...(username !== undefined && { username }),
    },
    password.line,
  );
}

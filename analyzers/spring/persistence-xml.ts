import { descendantsOf, type XmlElement } from '../../workspace/xml/xml-element.js';
import { emitCredentials } from './credentials.js';
import { emitDataSources } from './data-sources.js';
import { emitOwnSettings } from './own-settings.js';
import { fillSetting, type FileTarget, type Filled } from './target.js';

/**
 * Reads hibernate.cfg.xml, persistence.xml, mybatis-config.xml, sqlMapConfig, c3p0-config.xml and proxool.xml: all of them
 * are named properties beside each other.
 */
export function readPersistence(target: FileTarget, root: XmlElement): void {
  for (const group of propertyGroups(root)) emitProperties(target, group);
  for (const kind of ['jta-data-source', 'non-jta-data-source']) {
    for (const { text, line } of descendantsOf(root, kind)) {
      const name = text.replace(/^java:comp\/env\//, '');
      if (name !== '')
        target.add('jndi-resource', { name, type: 'javax.sql.DataSource', role: 'lookup' }, line);
    }
  }
  for (const pool of descendantsOf(root, 'proxool')) readProxool(target, pool);
}

/** Properties that speak of one thing: a data source and its login. */
export function emitProperties(target: FileTarget, properties: readonly Property[], hint = ''): void {
  const settings = properties
    .map(({ key, value, line }) => fillSetting({ file: target.file, key, value, line }, target.lookup))
    .filter(({ value }) => value !== '');
  // Where a properties file says it, that file's facts are the ones to change.
  const literal = settings.filter((setting) => !/^\$\{[^{}:]+\}$/.test(setting.value));
  const known = emitDataSources(target, literal);
  emitCredentials(target, literal, known.size > 0 ? `datasource ${hint}` : hint);
  emitOwnSettings(target, literal, known);
  for (const setting of literal) emitDataSourceName(target, setting);
}

function emitDataSourceName(target: FileTarget, { key, filled, line }: Filled): void {
  if (
    !/^(?:hibernate\.)?connection\.datasource$|^(?:data_source|jndi_?name)$/i.test(key) ||
    filled === undefined
  )
    return;
  const name = filled.replace(/^java:comp\/env\//, '');
  const type = /mail/i.test(name)
    ? 'javax.mail.Session'
    : /jdbc|ds$|datasource/i.test(name)
      ? 'javax.sql.DataSource'
      : undefined;
  target.add('jndi-resource', { name, ...(type !== undefined && { type }), role: 'lookup' }, line);
}

export interface Property {
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

/** The properties that have the same element around them. */
function propertyGroups(root: XmlElement): readonly (readonly Property[])[] {
  const groups = new Map<XmlElement | undefined, Property[]>();
  for (const element of descendantsOf(root, 'property')) {
    const property = propertyOf(element);
    if (property) groups.set(element.parent, [...(groups.get(element.parent) ?? []), property]);
  }
  return [...groups.values()];
}

/** `<property name="url" value="…"/>`, `<property name="url">…</property>`, `<property name="url"><value>…</value></property>`. */
export function propertyOf(element: XmlElement): Property | undefined {
  const name = element.attributes.name;
  if (name === undefined) return undefined;
  const inner = element.children.find((child) => child.local === 'value');
  const value = element.attributes.value ?? inner?.text ?? element.text;
  const key = name.replace(/^JDBC\.ConnectionURL$/i, 'jdbc.url').replace(/^JDBC\./i, 'jdbc.');
  const at =
    element.attributes.value === undefined
      ? (inner ?? element).line
      : (element.attributeLines.value ?? element.line);
  return { key, value: value.trim(), line: at };
}

function readProxool(target: FileTarget, pool: XmlElement): void {
  const own = pool.children.flatMap((child) => {
    const key = { 'driver-url': 'url', 'driver-class': 'driver' }[child.local];
    return key === undefined ? [] : [{ key, value: child.text, line: child.line }];
  });
  const login = [...descendantsOf(pool, 'property')].flatMap((element) => propertyOf(element) ?? []);
  emitProperties(target, [...own, ...login]);
}

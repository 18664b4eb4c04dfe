import type { FactValues } from '../../model/fact-values.js';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../../workspace/xml/xml-element.js';
import { emitDatabase } from './connections.js';
import { attributeOf, childText, jndiName, plainText, portOf, type Descriptor } from './descriptor.js';
import { emitParameter, isFilePath, readParameters } from './params.js';
import { emitPages } from './web-pages.js';
import { emitSchedulers } from './web-classes.js';

/** Reads a deployment descriptor of any version. Sources: JSR 53, 154, 315, 340, 369; Jakarta Servlet 5 and 6. */
export function readWebXml(descriptor: Descriptor): void {
  const { root } = descriptor;
  emitServletApi(descriptor);
  emitSession(descriptor);
  for (const parameter of readParameters(root)) emitParameter(descriptor, parameter);
  emitLoggingConfig(descriptor);
  emitReferences(descriptor);
  emitDefinitions(descriptor);
  emitUploads(descriptor);
  emitEncodings(descriptor);
  emitPages(descriptor);
  emitSchedulers(descriptor);
  emitDescriptorFile(descriptor);
}

function emitServletApi(descriptor: Descriptor): void {
  const { root, file } = descriptor;
  const written = attributeOf(root, 'version');
  const dtd = file
    .lines()
    .findIndex((line) => /Web Application (2\.[23])\/\/EN|web-app_2_[23]\.dtd/.test(line));
  const fromDtd = /(?:Application |web-app_)(2)[._]([23])/.exec(file.lines()[dtd] ?? '');
  const namespace: FactValues['servlet-api']['namespace'] = Object.values(root.attributes).some((value) =>
    value.includes('jakarta.ee/xml/ns'),
  )
    ? 'jakarta'
    : 'javax';
  if (written && /^\d+(\.\d+)?$/.test(written.text)) {
    descriptor.add('servlet-api', { namespace, version: written.text }, written.line);
  } else if (fromDtd) {
    descriptor.add(
      'servlet-api',
      { namespace: 'javax', version: `${fromDtd[1] ?? ''}.${fromDtd[2] ?? ''}` },
      dtd + 1,
    );
  }
}

function emitSession(descriptor: Descriptor): void {
  const { root } = descriptor;
  const timeout = childText(childOf(root, 'session-config'), 'session-timeout');
  const distributable = childOf(root, 'distributable');
  const minutes = timeout && /^-?\d+$/.test(timeout.text) ? Number(timeout.text) : undefined;
  if (minutes === undefined && !distributable) return;
  const value = {
    store: 'memory' as const,
    ...(distributable && { distributable: true }),
    ...(minutes !== undefined && { timeoutMinutes: minutes }),
  };
  if (timeout && minutes !== undefined) descriptor.add('session-state', value, timeout.line);
  if (distributable) descriptor.add('session-state', value, distributable.line);
}

const references: readonly (readonly [string, string, string])[] = [
  ['resource-ref', 'res-ref-name', 'res-type'],
  ['resource-env-ref', 'resource-env-ref-name', 'resource-env-ref-type'],
  ['message-destination-ref', 'message-destination-ref-name', 'message-destination-type'],
  ['ejb-ref', 'ejb-ref-name', 'remote'],
  ['ejb-local-ref', 'ejb-ref-name', 'local'],
];

function emitReferences(descriptor: Descriptor): void {
  for (const [element, nameElement, typeElement] of references) {
    for (const reference of childrenOf(descriptor.root, element)) {
      const name = childText(reference, nameElement);
      const type = childText(reference, typeElement);
      if (!name) continue;
      descriptor.add(
        'jndi-resource',
        { name: jndiName(name.text), ...(type && { type: type.text }), role: 'reference' },
        name.line,
      );
    }
  }
}

/** What the descriptor itself puts into JNDI: entries with a value, data sources, mail sessions. */
function emitDefinitions(descriptor: Descriptor): void {
  for (const entry of childrenOf(descriptor.root, 'env-entry')) {
    const name = childText(entry, 'env-entry-name');
    const type = childText(entry, 'env-entry-type');
    const role = childText(entry, 'env-entry-value') ? ('definition' as const) : ('reference' as const);
    if (!name) continue;
    descriptor.add(
      'jndi-resource',
      { name: jndiName(name.text), ...(type && { type: type.text }), role },
      name.line,
    );
    const value = childText(entry, 'env-entry-value');
    if (value) emitParameter(descriptor, { name: name.text, value, owner: entry });
  }
  for (const source of childrenOf(descriptor.root, 'data-source')) {
    const name = childText(source, 'name');
    if (!name) continue;
    const jndi = jndiName(name.text);
    descriptor.add(
      'jndi-resource',
      { name: jndi, type: 'javax.sql.DataSource', role: 'definition' },
      name.line,
    );
    emitDatabase(descriptor, {
      url: childText(source, 'url'),
      driver: childText(source, 'class-name'),
      username: childText(source, 'user'),
      password: childText(source, 'password'),
      host: childText(source, 'server-name')?.text,
      port: portOf(childText(source, 'port-number')?.text),
      database: childText(source, 'database-name')?.text,
      jndiName: jndi,
      line: source.line,
    });
  }
}

/** Spring's Log4jConfigListener and log4j-web read the file that a parameter names. */
function emitLoggingConfig(descriptor: Descriptor): void {
  for (const { name, value } of readParameters(descriptor.root)) {
    if (!/^(?:log4jConfigLocation|log4jConfiguration|logbackConfigLocation|log4j-init-file)$/.test(name))
      continue;
    const location = plainText(value.text);
    if (location === undefined || isFilePath(location)) continue;
    const inside = location.replace(/^classpath:\/?|^\//, '');
    const path = findResource(descriptor, inside) ?? inside;
    const format = path.endsWith('.xml') ? 'xml' : 'properties';
    descriptor.add(
      'config-file',
      {
        path,
        format,
        readFrom: location,
        purpose: 'logging',
        containsSecrets: false,
        environmentSpecific: false,
      },
      value.line,
    );
  }
}

/** A resource of the application by its path in the web root or on the class path. */
function findResource({ file, project, unit }: Descriptor, path: string): string | undefined {
  const webRoot = file.path.replace(/WEB-INF\/web\.xml$/, '');
  const prefix = unit === '' || file.archive !== '' ? '' : `${unit}/`;
  const candidates = [
    `${webRoot}${path}`,
    `${webRoot}WEB-INF/classes/${path}`,
    `${prefix}src/main/resources/${path}`,
    `${prefix}src/${path}`,
    `${prefix}resources/${path}`,
  ];
  return candidates.find((candidate) => project.file(candidate) !== undefined);
}

function emitUploads(descriptor: Descriptor): void {
  for (const config of descendantsOf(descriptor.root, 'multipart-config')) {
    const location = childText(config, 'location');
    if (!location || plainText(location.text) === undefined) continue;
    descriptor.add('writable-path', { path: location.text, use: 'upload', persistent: false }, location.line);
  }
}

function emitEncodings(descriptor: Descriptor): void {
  const { root } = descriptor;
  const encoding =
    childText(root, 'request-character-encoding') ??
    childText(childOf(childOf(root, 'jsp-config'), 'jsp-property-group'), 'page-encoding');
  if (encoding) descriptor.add('encoding', { charset: encoding.text, subject: 'web' }, encoding.line);
}

/** The descriptor as a file that the application reads: secrets or addresses in it belong outside of the image. */
function emitDescriptorFile(descriptor: Descriptor): void {
  const { root, file } = descriptor;
  const values = readParameters(root);
  const secret = [...values].some(({ name, value }) => isSecretParameter(name, value.text));
  const specific = values.some(({ value }) => isEnvironmentSpecific(value.text));
  descriptor.add(
    'config-file',
    {
      path: file.path,
      format: 'xml',
      readFrom: 'WEB-INF/web.xml',
      purpose: 'descriptor',
      containsSecrets: secret || hasPassword(root),
      environmentSpecific: secret || specific,
    },
    root.line,
  );
}

function hasPassword(root: XmlElement): boolean {
  return childrenOf(root, 'data-source').some((source) => childText(source, 'password') !== undefined);
}

function isSecretParameter(name: string, text: string): boolean {
  return /pass(?:word|wd)?$|pwd$|secret$/i.test(name) && plainText(text) !== undefined;
}

function isEnvironmentSpecific(text: string): boolean {
  return (
    /^(?:jdbc:|ldaps?:\/\/|redis:\/\/|amqp:\/\/)|^https?:\/\/(?!(?:www\.)?(?:w3|apache|springframework|sun)\.)/i.test(
      text.trim(),
    ) || isFilePath(text.trim())
  );
}

import { parseJdbcUrl } from '../../model/jdbc-url.js';
import type { FactValues } from '../../model/fact-values.js';
import { isSecretKey } from '../../workspace/mask.js';
import { childrenOf, descendantsOf, type XmlElement } from '../../workspace/xml/xml-element.js';
import {
  describeWrittenPath,
  isConfigurationPath,
  isMachinePath,
  withoutFilePrefix,
} from '../written-path.js';
import { emitDatabase, emitService } from './connections.js';
import { childText, plainText, type Descriptor, type Placed } from './descriptor.js';

/** A parameter of the application, a servlet or a filter. */
export interface Parameter {
  readonly name: string;
  readonly value: Placed;
  /** `<context-param>`, or the `<servlet>` or `<filter>` around it. */
  readonly owner: XmlElement;
}

/** All parameters of a web.xml, in file order. */
export function readParameters(root: XmlElement): readonly Parameter[] {
  const read = (element: XmlElement, owner: XmlElement): Parameter[] => {
    const name = childText(element, 'param-name');
    const value = childText(element, 'param-value');
    return name && value ? [{ name: name.text, value, owner }] : [];
  };
  return [
    ...childrenOf(root, 'context-param').flatMap((param) => read(param, param)),
    ...['servlet', 'filter'].flatMap((kind) =>
      [...descendantsOf(root, kind)].flatMap((owner) =>
        childrenOf(owner, 'init-param').flatMap((param) => read(param, owner)),
      ),
    ),
  ];
}

/** What the parameters say of the world outside: addresses, databases, directories, passwords. */
export function emitParameter(descriptor: Descriptor, parameter: Parameter): void {
  const { name, value } = parameter;
  const text = plainText(value.text);
  if (text === undefined) return;
  if (isSecretKey(name)) emitSecret(descriptor, parameter);
  else if (parseJdbcUrl(text)) emitDatabase(descriptor, { url: value, line: value.line });
  else if (/^(?:https?|ldaps?|ftp|sftp|amqp|redis):\/\//i.test(text)) emitAddress(descriptor, parameter);
  else if (isFilePath(text)) emitPath(descriptor, { name, text, line: value.line });
  else if (name === 'encoding' && /^[\w-]+$/.test(text)) {
    descriptor.add('encoding', { charset: text, subject: 'web' }, value.line);
  }
}

function emitSecret(descriptor: Descriptor, { name, value, owner }: Parameter): void {
  const users = childrenOf(owner, 'init-param').filter((param) =>
    /user(name)?$/i.test(childText(param, 'param-name')?.text ?? ''),
  );
  const username = plainText(childText(users[0], 'param-value')?.text);
  const purpose: FactValues['credential']['purpose'] = /jdbc|db|database|sql/i.test(name)
    ? 'database'
    : 'other';
  descriptor.add(
    'credential',
    { key: name, purpose, ...(username !== undefined && { username }) },
    value.line,
  );
}

/** Parameters that say where the application itself is reached; not something it calls. */
const ownAddress = /^(?:serverName|service|server(?:Url|Address|Host)|appUrl|baseUrl|siteUrl|host)$/i;

function emitAddress(descriptor: Descriptor, { name, value }: Parameter): void {
  const text = value.text.trim();
  const isCas = /^cas/i.test(name) || /\/cas(?:\/|$)/.test(text);
  if (!ownAddress.test(name)) {
    emitService(descriptor, value, { configuredBy: name, ...(isCas && { service: 'cas' as const }) });
    if (/^https?:/i.test(text)) descriptor.add('outbound-url', { url: text }, value.line);
  }
  const address = /^\w+:\/\/(\d{1,3}(?:\.\d{1,3}){3})(?::(\d+))?/.exec(text);
  if (!address) return;
  const port = Number(address[2]);
  descriptor.add('fixed-address', { address: address[1] ?? '', ...(port > 0 && { port }) }, value.line);
}

/** A directory of the machine, not a path inside the application: those have roots of their own. */
export function isFilePath(text: string): boolean {
  return isMachinePath(withoutFilePrefix(text));
}

function emitPath(descriptor: Descriptor, path: { name: string; text: string; line: number }): void {
  const { name, line } = path;
  const text = withoutFilePrefix(path.text);
  if (isConfigurationPath(text)) {
    const purpose = /log4j|logback|logging/i.test(`${name} ${text}`) ? 'logging' : 'application';
    const format = formats.find(([extension]) => text.toLowerCase().endsWith(extension))?.[1] ?? 'other';
    descriptor.add(
      'config-file',
      { path: text, format, readFrom: text, purpose, containsSecrets: false, environmentSpecific: true },
      line,
      'inferred',
    );
  } else {
    descriptor.add('writable-path', describeWrittenPath(text, name), line, 'inferred');
  }
}

const formats: readonly (readonly [string, FactValues['config-file']['format']])[] = [
  ['.xml', 'xml'],
  ['.properties', 'properties'],
  ['.yml', 'yaml'],
  ['.yaml', 'yaml'],
  ['.ini', 'ini'],
  ['.json', 'json'],
];

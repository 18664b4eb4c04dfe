import { productOfDriver } from '../../model/jdbc-driver.js';
import { parseJdbcUrl } from '../../model/jdbc-url.js';
import type { ServiceProduct } from '../../model/product.js';
import { fixedAddressesIn } from '../ip-addresses.js';
import { plainText, portOf, type Descriptor, type Placed } from './descriptor.js';

/** A database connection that a server's configuration defines. */
export interface DatabaseSettings {
  readonly url?: Placed | undefined;
  readonly driver?: Placed | undefined;
  readonly username?: Placed | undefined;
  readonly password?: Placed | undefined;
  /** Name of the key that holds the password, as in the file. */
  readonly passwordKey?: string;
  readonly jndiName?: string | undefined;
  /** Used when no URL is there: host, port and database in settings of their own. */
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly database?: string | undefined;
  readonly line: number;
}

/** Emits the database and, if a password stands in clear, where it stands. */
export function emitDatabase(descriptor: Descriptor, settings: DatabaseSettings): void {
  const url = settings.url && parseJdbcUrl(settings.url.text);
  const driver = plainText(settings.driver?.text);
  const product =
    url && url.product !== 'unknown'
      ? url.product
      : driver === undefined
        ? undefined
        : productOfDriver(driver);
  const username = url?.username ?? plainText(settings.username?.text);
  const host = url?.host ?? settings.host;
  const port = url?.port ?? settings.port;
  const database = url?.database ?? settings.database;
  if (url ?? driver ?? host) {
    descriptor.add(
      'datasource',
      {
        product: product ?? 'unknown',
        ...(host !== undefined && { host }),
        ...(port !== undefined && { port }),
        ...(database !== undefined && { database }),
        ...(driver !== undefined && { driver }),
        ...(url && { url: url.url }),
        ...(username !== undefined && { username }),
        ...(settings.jndiName !== undefined && { jndiName: settings.jndiName }),
        embedded: url?.embedded ?? false,
      },
      settings.url?.line ?? settings.line,
    );
    emitFixedAddresses(descriptor, settings.url?.text ?? host ?? '', settings.url?.line ?? settings.line);
  }
  const password = settings.password ?? (url?.hasPassword ? settings.url : undefined);
  if (plainText(password?.text) === undefined || !password) return;
  descriptor.add(
    'credential',
    {
      key: settings.passwordKey ?? 'password',
      purpose: 'database',
      ...(username !== undefined && { username }),
    },
    password.line,
  );
}

const schemes: Readonly<Record<string, readonly [ServiceProduct, number | undefined]>> = {
  http: ['http', 80],
  https: ['http', 443],
  ldap: ['ldap', 389],
  ldaps: ['ldap', 636],
  amqp: ['rabbitmq', 5672],
  redis: ['redis', 6379],
  ftp: ['ftp', 21],
  sftp: ['sftp', 22],
};

/** Emits a dependency on the server that a URL names; answers false for what is no such URL. */
export function emitService(
  descriptor: Descriptor,
  url: Placed,
  options: { service?: ServiceProduct; configuredBy?: string } = {},
): boolean {
  const match = /^(?:failover:\(?)?(\w+):\/\/(?:[^@/\s]*@)?([\w.-]+)(?::(\d+))?(\/[^?\s,)]*)?/i.exec(
    plainText(url.text) ?? '',
  );
  const known = schemes[match?.[1]?.toLowerCase() ?? ''];
  const service = options.service ?? known?.[0];
  if (!match || !service) return false;
  const port = portOf(match[3]) ?? known?.[1];
  const name = match[4] === undefined || match[4] === '/' ? undefined : match[4];
  descriptor.add(
    'depends-on',
    {
      service,
      host: match[2] ?? '',
      ...(port !== undefined && { port }),
      ...(name !== undefined && { name }),
      ...(options.configuredBy !== undefined && { configuredBy: options.configuredBy }),
    },
    url.line,
  );
  return true;
}

/** IP addresses that stand in a descriptor belong to one machine each. */
export function emitFixedAddresses(descriptor: Descriptor, text: string, line: number): void {
  for (const address of fixedAddressesIn(text)) descriptor.add('fixed-address', address, line);
}

import type { ServiceProduct } from '../model/product.js';

/** What an address of a service says, without its password. */
export interface ConnectionAddress {
  readonly service: ServiceProduct;
  readonly host?: string;
  readonly port?: number;
  /** Database, virtual host, queue, path of a file database. */
  readonly name?: string;
  readonly username?: string;
  /** Further servers of a list, `host[:port]`. */
  readonly others: readonly string[];
  /** A password stands in the address. */
  readonly hasPassword: boolean;
  readonly charset?: string;
}

/** Services by the scheme of their URLs. */
const schemes: ReadonlyMap<string, ServiceProduct> = new Map(
  Object.entries({
    mysql: 'mysql',
    mysql2: 'mysql',
    mysqli: 'mysql',
    pdo_mysql: 'mysql',
    'mysql+pdo': 'mysql',
    mariadb: 'mariadb',
    pgsql: 'postgresql',
    postgres: 'postgresql',
    postgresql: 'postgresql',
    pdo_pgsql: 'postgresql',
    mssql: 'sqlserver',
    sqlsrv: 'sqlserver',
    sqlserver: 'sqlserver',
    dblib: 'sqlserver',
    oci8: 'oracle',
    oci: 'oracle',
    oracle: 'oracle',
    sqlite: 'sqlite',
    sqlite3: 'sqlite',
    'pdo-sqlite': 'sqlite',
    mongodb: 'mongodb',
    'mongodb+srv': 'mongodb',
    ibm: 'db2',
    db2: 'db2',
    informix: 'informix',
    redis: 'redis',
    rediss: 'redis',
    memcached: 'memcached',
    memcache: 'memcached',
    amqp: 'rabbitmq',
    amqps: 'rabbitmq',
    kafka: 'kafka',
    stomp: 'activemq',
    smtp: 'smtp',
    smtps: 'smtp',
    ldap: 'ldap',
    ldaps: 'ldap',
    ftp: 'ftp',
    sftp: 'sftp',
    imap: 'imap',
    clickhouse: 'clickhouse',
    etcd: 'etcd',
  } as const),
);

/** The service that a driver's or scheme's name stands for: `pdo_mysql`, `Postgre`, `oci8`; undefined if unknown. */
export function serviceOfDriver(name: string): ServiceProduct | undefined {
  const key = name.toLowerCase().replace(/^.*[\\/]/, '');
  const exact = schemes.get(key);
  if (exact) return exact;
  if (/mysql|mariadb/.test(key)) return key.includes('maria') ? 'mariadb' : 'mysql';
  if (/pgsql|postgre/.test(key)) return 'postgresql';
  if (/sqlsrv|mssql|sqlserver|dblib/.test(key)) return 'sqlserver';
  if (/oci|oracle/.test(key)) return 'oracle';
  if (key.includes('sqlite')) return 'sqlite';
  if (key.includes('mongo')) return 'mongodb';
  if (key.includes('redis')) return 'redis';
  if (key.includes('memcache')) return 'memcached';
  return undefined;
}

/** Reads `scheme://user:pass@host:port/name` and PDO's `driver:key=value;…`; undefined for what is neither. */
export function parseConnection(address: string): ConnectionAddress | undefined {
  return parseUrl(address.trim()) ?? parseDsn(address.trim());
}

function parseUrl(address: string): ConnectionAddress | undefined {
  const match = /^([a-z][\w+-]*):\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^/?#]*)(?:\/([^?#]*))?(\?[^#]*)?/i.exec(
    address,
  );
  const service = schemes.get(match?.[1]?.toLowerCase() ?? '');
  if (!match || !service) return undefined;
  const [first = '', ...others] = (match[4] ?? '').split(',');
  const [host = '', port] = first.split(':');
  const name = service === 'sqlite' ? `${match[4] ?? ''}/${match[5] ?? ''}` : (match[5] ?? '');
  return {
    service,
    ...(isPlain(host) && service !== 'sqlite' ? { host } : {}),
    ...(port !== undefined && /^\d+$/.test(port) ? { port: Number(port) } : {}),
    ...(isPlain(name) ? { name } : {}),
    ...(isPlain(match[2]) ? { username: match[2] } : {}),
    others,
    hasPassword: isPlain(match[3]),
    ...charsetOf(match[6] ?? ''),
  };
}

/** Source: https://www.php.net/manual/en/pdo.drivers.php */
function parseDsn(address: string): ConnectionAddress | undefined {
  const match = /^([a-z_]\w*):(?!\/\/)(.*)$/is.exec(address);
  const service = schemes.get(match?.[1]?.toLowerCase() ?? '');
  if (!match || !service) return undefined;
  const rest = match[2] ?? '';
  if (service === 'sqlite')
    return { service, ...(isPlain(rest) ? { name: rest } : {}), others: [], hasPassword: false };
  const parts = new Map(
    rest.split(/[;\s]+/).flatMap((part) => {
      const [key, value] = part.split(/=(.*)/s);
      return key !== undefined && value !== undefined
        ? [[key.trim().toLowerCase(), value.trim()] as const]
        : [];
    }),
  );
  if (parts.size === 0) return undefined;
  const easyConnect = service === 'oracle' ? parseEasyConnect(parts.get('dbname') ?? '') : undefined;
  const [host, hostPort] = (easyConnect?.host ?? parts.get('host') ?? parts.get('server') ?? '').split(
    /[:,]/,
  );
  const port = easyConnect?.port ?? parts.get('port') ?? hostPort;
  const name = easyConnect?.name ?? parts.get('dbname') ?? parts.get('database');
  const username = parts.get('user') ?? parts.get('username');
  return {
    service,
    ...(isPlain(host) ? { host } : {}),
    ...(port !== undefined && /^\d+$/.test(port) ? { port: Number(port) } : {}),
    ...(isPlain(name) ? { name } : {}),
    ...(isPlain(username) ? { username } : {}),
    others: [],
    hasPassword: isPlain(parts.get('password')),
    ...charsetOf(rest),
  };
}

/** Oracle's `//host:port/service` and `host:port/service`; undefined for a bare TNS name. */
export function parseEasyConnect(
  address: string,
): { host: string; port?: string; name?: string } | undefined {
  const descriptor =
    /HOST\s*=\s*([\w.-]+)[\s\S]*?PORT\s*=\s*(\d+)[\s\S]*?(?:SERVICE_NAME|SID)\s*=\s*([\w.]+)/i.exec(address);
  const match = descriptor ?? /^(?:\/\/)?([\w.-]+)(?::(\d+))?\/([\w.]+)/.exec(address);
  if (match?.[1] === undefined) return undefined;
  return {
    host: match[1],
    ...(match[2] === undefined ? {} : { port: match[2] }),
    ...(match[3] === undefined ? {} : { name: match[3] }),
  };
}

function charsetOf(options: string): { charset?: string } {
  const charset = /charset=([\w-]+)/i.exec(options)?.[1];
  return charset === undefined ? {} : { charset };
}

/** Known text: not empty, and no variable or placeholder in it. */
export function isPlain(value: string | undefined): value is string {
  return value !== undefined && value !== '' && !/[${}%<>]|\*\*\*/.test(value);
}

/** A name or address that a server can have: no word of a sentence, no key of another setting, no number. */
export function isHost(value: string | undefined): value is string {
  if (value === undefined || !/^(?:[A-Za-z0-9][\w.-]*|\[[\da-fA-F:]+\])$/.test(value)) return false;
  if (/^(?:0x[\da-f]+|\d+|true|false|null|none|on|off|yes|no|default|enter.*|your.*)$/i.test(value))
    return false;
  return !/_(?:host|hostname|server|address|addr|name|url)$/i.test(value);
}

import type { DataSourceValue } from '../model/fact-values.js';
import type { Evidence } from '../model/evidence.js';
import type { DatabaseProduct, ServiceProduct } from '../model/product.js';
import { isDatabase } from '../model/product.js';
import { isHost, isPlain, parseConnection, parseEasyConnect, serviceOfDriver } from './connection-url.js';
import type { ConnectionAddress } from './connection-url.js';
import { serviceOfGroup } from './connection-settings.js';
import type { SettingEntry, SettingGroup, SettingRole } from './connection-settings.js';
import type { FactCollector } from './fact-collector.js';

export interface ConnectionOptions {
  readonly collector: FactCollector;
  readonly by: string;
  readonly unit: string;
  /** The database that the code is known to talk to when the settings don't say. */
  readonly assumedDatabase?: DatabaseProduct;
  /** Settings of an example file: what they say of passwords is nobody's password. */
  readonly example?: boolean;
  readonly profile?: string;
}

/** Emits the facts of a group of settings; answers the service, or undefined when the group speaks of none. */
export function emitGroup(group: SettingGroup, options: ConnectionOptions): ServiceProduct | undefined {
  const driver = group.entries.get('driver')?.value;
  const address = addressOfGroup(group);
  const named = serviceOfGroup(group);
  const byDriver = driver === undefined ? undefined : serviceOfDriver(driver);
  const service = address?.service ?? (named && isDatabase(named) ? byDriver : undefined) ?? named;
  if (!service || !isWorthTelling(group, service)) return undefined;
  if (isDatabase(service)) emitDataSource(group, { ...options, service, address, driver });
  else emitDependency(group, { ...options, service, address });
  emitCredential(group, { ...options, service, address });
  return service;
}

interface Known extends ConnectionOptions {
  readonly service: ServiceProduct;
  readonly address: ConnectionAddress | undefined;
}

/** A lone `port` or `encoding` under `database` tells nothing; an address, a name or a login does. */
function isWorthTelling(group: SettingGroup, service: ServiceProduct): boolean {
  const says = (role: SettingRole): boolean => {
    const entry = group.entries.get(role);
    return entry !== undefined && (isPlain(entry.value) || entry.configuredBy !== undefined);
  };
  if (service === 'sqlite') return says('name') || says('url') || says('host');
  const database = isDatabase(service);
  const hostEntry = group.entries.get('host');
  const address = group.entries.get('url');
  const reached =
    (hostEntry !== undefined && (hostEntry.configuredBy !== undefined || isAddress(hostEntry.value))) ||
    (address !== undefined && (address.configuredBy !== undefined || isAddress(address.value)));
  return reached || (database && says('name') && (says('user') || says('password')));
}

/** A host, alone or in a list, or in an address with a scheme. */
function isAddress(value: string | undefined): boolean {
  if (!isPlain(value)) return false;
  const [host] = splitHost(value);
  return isHost(host) || parseConnection(value) !== undefined || parseEasyConnect(value) !== undefined;
}

function addressOfGroup(group: SettingGroup): ConnectionAddress | undefined {
  for (const role of ['url', 'host'] as const) {
    const value = group.entries.get(role)?.value;
    const parsed = value === undefined ? undefined : parseConnection(value);
    if (parsed) return parsed;
  }
  return undefined;
}

function emitDataSource(group: SettingGroup, options: Known & { readonly driver: string | undefined }): void {
  const { service, address, driver } = options;
  const product = service === 'unknown' ? productOf(group, options.assumedDatabase) : service;
  const evidence = evidenceOf(group, options.by);
  if (!isDatabase(product) || !evidence) return;
  const server = serverOf(group, address, product);
  const value: DataSourceValue = {
    product,
    ...server,
    ...text('username', address?.username ?? group.entries.get('user')?.value),
    ...(driver !== undefined && serviceOfDriver(driver) !== undefined ? { driver } : {}),
    ...text('profile', options.profile),
    embedded: product === 'sqlite',
    ...text('configuredBy', (group.entries.get('host') ?? group.entries.get('url'))?.configuredBy),
  };
  options.collector.add(
    'datasource',
    options.unit,
    value,
    evidence,
    product === service ? 'declared' : 'inferred',
  );
  const charset = address?.charset ?? group.entries.get('charset')?.value;
  const at = group.entries.get('charset') ?? group.entries.get('url');
  if (charset !== undefined && isCharset(charset) && at) {
    options.collector.add(
      'encoding',
      options.unit,
      { charset, subject: 'database' },
      at.file.evidence(options.by, at.line),
    );
  }
}

function isCharset(value: string): boolean {
  return /^(utf|gb|latin|iso|big5|ascii|us7|al32|zhs|cp\d|win|euc|sjis|koi|ucs)[\w-]*$/i.test(value);
}

function serverOf(
  group: SettingGroup,
  address: ConnectionAddress | undefined,
  product: DatabaseProduct,
): Pick<DataSourceValue, 'host' | 'port' | 'database'> {
  const name = address?.name ?? group.entries.get('name')?.value;
  if (product === 'sqlite') return text('database', name ?? group.entries.get('host')?.value);
  const raw = group.entries.get('host')?.value ?? '';
  const easy = product === 'oracle' ? (parseEasyConnect(raw) ?? parseEasyConnect(name ?? '')) : undefined;
  const [host, hostPort] = address ? [address.host, undefined] : splitHost(easy?.host ?? raw);
  const port = address?.port ?? toPort(easy?.port ?? group.entries.get('port')?.value ?? hostPort);
  return {
    ...(isHost(host) ? { host } : {}),
    ...(port === undefined ? {} : { port }),
    ...text('database', easy?.name ?? name),
  };
}

function emitDependency(group: SettingGroup, options: Known): void {
  const evidence = evidenceOf(group, options.by);
  if (!evidence) return;
  const raw = group.entries.get('host')?.value ?? '';
  const [host, hostPort] = options.address ? [options.address.host, undefined] : splitHost(raw);
  const port = options.address?.port ?? toPort(group.entries.get('port')?.value ?? hostPort);
  const value = {
    service: options.service,
    ...(isHost(host) ? { host } : {}),
    ...(port === undefined ? {} : { port }),
    ...text('name', options.address?.name),
    ...text('profile', options.profile),
    ...text('configuredBy', (group.entries.get('host') ?? group.entries.get('url'))?.configuredBy),
  };
  options.collector.add('depends-on', options.unit, value, evidence);
}

function emitCredential(group: SettingGroup, options: Known): void {
  const entry =
    group.entries.get('password') ?? (options.address?.hasPassword ? group.entries.get('url') : undefined);
  if (!entry || options.example || !isSecretValue(entry.value)) return;
  const username = options.address?.username ?? group.entries.get('user')?.value;
  options.collector.add(
    'credential',
    options.unit,
    {
      key: keyOf(entry),
      purpose: purposeOf(options.service),
      ...text('username', username),
      ...text('profile', options.profile),
    },
    entry.file.evidence(options.by, entry.line),
  );
}

/** The key as people would name it: `db.default.password`, `DB_PASS`. */
export function keyOf(entry: SettingEntry): string {
  return entry.path.join('.');
}

/** A literal that is somebody's secret, not a placeholder that says "put yours here", nor the name of a kind of value. */
export function isSecretValue(value: string | undefined): boolean {
  return (
    isPlain(value) &&
    !/^(your|change|enter|put|example|xxx|\.\.\.|null|none|false|true|password_here|secret_here|urn:)/i.test(
      value,
    )
  );
}

function purposeOf(service: ServiceProduct): 'database' | 'cache' | 'mail' | 'messaging' | 'ldap' | 'other' {
  if (isDatabase(service)) return 'database';
  if (service === 'redis' || service === 'memcached') return 'cache';
  if (service === 'smtp' || service === 'imap') return 'mail';
  if (service === 'ldap') return 'ldap';
  return ['rabbitmq', 'activemq', 'kafka', 'rocketmq'].includes(service) ? 'messaging' : 'other';
}

const productsByPort: Readonly<Record<number, DatabaseProduct>> = {
  3306: 'mysql',
  5432: 'postgresql',
  1521: 'oracle',
  1433: 'sqlserver',
  27017: 'mongodb',
  50000: 'db2',
};

function productOf(group: SettingGroup, assumed: DatabaseProduct | undefined): DatabaseProduct {
  const port = toPort(group.entries.get('port')?.value);
  return (port === undefined ? undefined : productsByPort[port]) ?? assumed ?? 'unknown';
}

const rolesByWeight: readonly SettingRole[] = ['host', 'url', 'name', 'driver', 'user'];

function evidenceOf(group: SettingGroup, by: string): Evidence | undefined {
  const entry = rolesByWeight.flatMap((role) => group.entries.get(role) ?? [])[0];
  return entry?.file.evidence(by, entry.line);
}

function splitHost(raw: string): readonly [string | undefined, string | undefined] {
  const match = /^(?:[a-z]+:\/\/)?([\w.-]+)(?:[:,](\d+))?(?:\/|$)/i.exec(raw);
  return [match?.[1], match?.[2]];
}

function toPort(value: string | undefined): number | undefined {
  const port = value !== undefined && /^\d{1,5}$/.test(value) ? Number(value) : 0;
  return port > 0 && port < 65536 ? port : undefined;
}

function text<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return isPlain(value) && !/\s/.test(value) ? ({ [key]: value } as Record<K, string>) : {};
}

import { productOverOdbc, readJdbcTarget, type JdbcHost, type JdbcTarget } from './jdbc-target.js';
import type { DatabaseProduct } from './product.js';

/** Where a JDBC (or R2DBC) URL leads. */
export interface JdbcUrl {
  readonly product: DatabaseProduct;
  /** The first server's host, as written; absent for databases inside the process and where it is a placeholder. */
  readonly host?: string;
  /** As written, else the product's default; absent where only the server knows (named instances, TNS aliases). */
  readonly port?: number;
  /** Every server of a replicated or failover URL, the first one included. */
  readonly hosts: readonly JdbcHost[];
  /** Database, schema, SID, service name, or the file of an embedded database, without parameters. */
  readonly database?: string;
  readonly username?: string;
  /** Runs inside the application's process. */
  readonly embedded: boolean;
  /** An embedded database that is gone when the process ends. */
  readonly inMemory: boolean;
  /** Sub-protocols in front that wrap the real driver: `p6spy`, `log4jdbc`. */
  readonly wrapper?: string;
  /** The URL carries a password; `url` has it masked. */
  readonly hasPassword: boolean;
  /** As written, passwords masked as `***`. */
  readonly url: string;
}

const products: Readonly<Record<string, DatabaseProduct>> = {
  mysql: 'mysql',
  'mysql+srv': 'mysql',
  mariadb: 'mariadb',
  postgresql: 'postgresql',
  pgsql: 'postgresql',
  postgres: 'postgresql',
  oracle: 'oracle',
  sqlserver: 'sqlserver',
  mssql: 'sqlserver',
  db2: 'db2',
  as400: 'db2',
  sybase: 'sybase',
  'informix-sqli': 'informix',
  mongodb: 'mongodb',
  derby: 'derby',
  cloudscape: 'derby',
  h2: 'h2',
  hsqldb: 'hsqldb',
  sqlite: 'sqlite',
  ucanaccess: 'access',
  dm: 'dameng',
  kingbase: 'kingbase',
  kingbase8: 'kingbase',
  gbase: 'gbase',
  'gbasedbt-sqli': 'gbase',
  oceanbase: 'oceanbase',
  tidb: 'tidb',
  clickhouse: 'clickhouse',
  ch: 'clickhouse',
};

const wrappers = ['p6spy', 'log4jdbc', 'jdbcdslog', 'wrap-jdbc', 'aws-wrapper', 'tracing', 'pool', 'proxy'];
const passwordParameter =
  /([?&;,:(]\s*(?:password|pwd|passwd|trustStorePassword|keyStorePassword)\s*=\s*)([^&;,)\s]+)/gi;
const userParameter = /[?&;,:(]\s*(?:user|username|userName|uid)\s*=\s*([^&;,)\s]+)/i;

/**
 * Reads a JDBC URL the way its driver does, as far as the target goes. Placeholders with a default
 * (`${DB_HOST:localhost}`) count as their default, other placeholders leave that part out. Undefined if the text is no
 * JDBC URL. An unknown sub-protocol gives product `unknown` with host and database read the common way.
 *
 * Sources: the URL syntax chapters of each driver's documentation.
 */
export function parseJdbcUrl(text: string): JdbcUrl | undefined {
  const written = text.trim();
  const scheme = /^(?:jdbc|r2dbc):/i.exec(written);
  if (!scheme) return undefined;
  let rest = fillDefaults(written.slice(scheme[0].length));
  let wrapper: string | undefined;
  for (let word = firstWord(rest); wrappers.includes(word); word = firstWord(rest)) {
    wrapper ??= word;
    rest = rest.slice(word.length + 1);
    // Druid: jdbc:wrap-jdbc:filters=…:name=…:jdbc:mysql://…
    const inner = rest.search(/(?:^|:)jdbc:/i);
    if (inner >= 0) rest = rest.slice(rest.indexOf('jdbc:', inner) + 'jdbc:'.length);
  }
  // Testcontainers: jdbc:tc:postgresql:9.6.8:///databasename
  if (firstWord(rest) === 'tc') rest = rest.slice('tc:'.length).replace(/^(\w+):[^:/]+:/, '$1:');
  // jdbc:jtds:sqlserver:…, jdbc:microsoft:sqlserver:… name the vendor of the driver first.
  if (['jtds', 'microsoft', 'datadirect'].includes(firstWord(rest))) rest = rest.slice(rest.indexOf(':') + 1);
  const protocol = firstWord(rest);
  if (!/^[a-z][\w+-]*$/i.test(protocol)) return undefined;
  const body = rest.slice(protocol.length + 1);
  const product =
    protocol === 'odbc' ? productOverOdbc(body) : (products[protocol.toLowerCase()] ?? 'unknown');
  const target = readJdbcTarget(product, protocol.toLowerCase(), body);
  const masked = maskJdbcUrl(written);
  return assemble({ product: product, target, body, masked, written, wrapper });
}

/** The same URL with passwords as `***`; for any text, even if it is no JDBC URL. */
export function maskJdbcUrl(url: string): string {
  return url
    .replace(passwordParameter, (_, key: string, value: string) => key + maskValue(value))
    .replace(
      /(\/\/[^/@:?;\s]+:)([^/@?;\s]+)(@)/,
      (_, user: string, value: string, at: string) => user + maskValue(value) + at,
    )
    .replace(
      /(:oracle:\w+:[^/@:]+\/)([^@]+)(@)/i,
      (_, user: string, value: string, at: string) => user + maskValue(value) + at,
    );
}

function assemble(parts: {
  product: DatabaseProduct;
  target: JdbcTarget;
  body: string;
  masked: string;
  written: string;
  wrapper: string | undefined;
}): JdbcUrl {
  const { product, target } = parts;
  const hosts = (target.hosts ?? []).filter(({ host }) => host !== '' && !hasPlaceholder(host));
  const first = hosts[0];
  const username = target.username ?? userParameter.exec(parts.body)?.[1];
  const database = target.database === '' || hasPlaceholder(target.database) ? undefined : target.database;
  return {
    product,
    ...(first && { host: first.host }),
    ...(first?.port !== undefined && { port: first.port }),
    hosts,
    ...(database !== undefined && { database }),
    ...(username !== undefined && !hasPlaceholder(username) && { username }),
    embedded: target.embedded ?? false,
    inMemory: target.inMemory ?? false,
    ...(parts.wrapper !== undefined && { wrapper: parts.wrapper }),
    hasPassword: parts.masked !== parts.written,
    url: parts.masked,
  };
}

function firstWord(text: string): string {
  return /^[^:/]*(?=:)/.exec(text)?.[0] ?? '';
}

function fillDefaults(text: string): string {
  return text.replace(/\$\{[^{}:]+:-?([^{}]*)\}/g, '$1');
}

/** A placeholder is no secret, but its default may be. */
function maskValue(value: string): string {
  if (/^\$\{[^{}:]+:[^{}]+\}$/.test(value)) return value.replace(/:.*\}$/, ':***}');
  return /^(\$\{[^{}]*\}|@.+@|#\{.*\}|%\w+%|\*+)$/.test(value) ? value : '***';
}

function hasPlaceholder(value: string | undefined): boolean {
  return value !== undefined && /\$\{|@\w[\w.-]*@|#\{|%\w+%/.test(value);
}

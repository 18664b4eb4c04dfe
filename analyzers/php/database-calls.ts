import type { DataSourceValue } from '../../model/fact-values.js';
import type { DatabaseProduct } from '../../model/product.js';
import { isDatabase } from '../../model/product.js';
import type { PhpArgument } from '../../workspace/php-source/php-source.js';
import { isPlain, parseConnection, parseEasyConnect } from '../connection-url.js';
import { isSecretValue } from '../connection-facts.js';
import type { PhpContext } from './context.js';
import { at } from './context.js';
import { evaluate, inApplication } from './expression.js';
import type { PhpFile } from './symbols.js';

/** Which argument of a connecting call is what; -1: none. */
interface CallShape {
  readonly product: DatabaseProduct;
  readonly host: number;
  readonly user: number;
  readonly password: number;
  readonly database: number;
  readonly port: number;
}

function shape(product: DatabaseProduct, order: string): CallShape {
  const place = (letter: string): number => order.indexOf(letter);
  return {
    product,
    host: place('h'),
    user: place('u'),
    password: place('p'),
    database: place('d'),
    port: place('P'),
  };
}

/** Arguments in order: host, user, password, database, Port, - for others. Source: the PHP manual of each function. */
const calls: ReadonlyMap<string, CallShape> = new Map([
  ['mysql_connect', shape('mysql', 'hup')],
  ['mysql_pconnect', shape('mysql', 'hup')],
  ['mysqli_connect', shape('mysql', 'hupdP')],
  ['mysqli_real_connect', shape('mysql', '-hupdP')],
  ['pg_connect', shape('postgresql', 'h')],
  ['pg_pconnect', shape('postgresql', 'h')],
  ['oci_connect', shape('oracle', 'uph')],
  ['oci_pconnect', shape('oracle', 'uph')],
  ['oci_new_connect', shape('oracle', 'uph')],
  ['ocilogon', shape('oracle', 'uph')],
  ['ociplogon', shape('oracle', 'uph')],
  ['mssql_connect', shape('sqlserver', 'hup')],
  ['mssql_pconnect', shape('sqlserver', 'hup')],
  ['sybase_connect', shape('sybase', 'hup')],
  ['sqlsrv_connect', shape('sqlserver', 'h')],
  ['db2_connect', shape('db2', 'dup')],
  ['sqlite_open', shape('sqlite', 'd')],
  ['odbc_connect', shape('unknown', '-up')],
]);
const constructors: ReadonlyMap<string, CallShape> = new Map([
  ['mysqli', shape('mysql', 'hupdP')],
  ['pdo', shape('unknown', 'hup')],
  ['sqlite3', shape('sqlite', 'd')],
  ['mongoclient', shape('mongodb', 'h')],
  ['mongo', shape('mongodb', 'h')],
  ['mongodb\\client', shape('mongodb', 'h')],
  ['mongodb\\driver\\manager', shape('mongodb', 'h')],
]);
const selectors = /^(mysql_select_db|mssql_select_db|mysqli_select_db)$/i;

interface Connecting {
  readonly shape: CallShape;
  readonly arguments: readonly PhpArgument[];
  readonly line: number;
}

/**
 * Emits a datasource for each place where code connects, as far as its arguments' values can be known. Where
 * configuration tells of the database already (`configured`), a call that adds nothing to it is left out.
 */
export function extractDatabaseCalls(context: PhpContext, configured: readonly DatabaseProduct[]): void {
  const found = context.sources.flatMap((source) =>
    connectionsOf(source).flatMap((call) => {
      const value = dataSourceOf(context, source, call);
      return value ? [{ source, call, value }] : [];
    }),
  );
  const placed = found.filter(({ value }) => value.host !== undefined || value.database !== undefined);
  const places = placed.length > 0 ? placed : configured.length > 0 ? [] : found;
  for (const { source, call, value } of places) {
    if (configured.length > 0 && isFromSettings(call)) continue;
    emitConnection(context, source, { call, value });
  }
}

/** Constants and variables in the call: where they are set, their values are told already. */
function isFromSettings(call: Connecting): boolean {
  const host = call.arguments[call.shape.host < 0 ? call.shape.database : call.shape.host];
  return host !== undefined && !/^["'][^$]*["']$/.test(host.text.trim());
}

/** The one database that the code's own calls speak of; undefined when there are several or none. */
export function databaseOfCode(context: PhpContext): DatabaseProduct | undefined {
  const products = new Set<DatabaseProduct>();
  for (const { php } of context.sources) {
    for (const call of php.calls) {
      const product = productOfFunction(call.name.toLowerCase());
      if (product) products.add(product);
    }
    for (const one of php.constructions) {
      const product = constructors.get(one.class.toLowerCase())?.product;
      const dsn = /^["']?(\w+):/.exec(one.arguments[0]?.text ?? '')?.[1];
      const parsed = product === 'unknown' ? parseConnection(`${dsn ?? ''}:host=x`)?.service : product;
      if (parsed && isDatabase(parsed) && parsed !== 'unknown') products.add(parsed);
    }
  }
  const [only] = products;
  return products.size === 1 ? only : undefined;
}

function productOfFunction(name: string): DatabaseProduct | undefined {
  if (/^mysqli?_(connect|pconnect|real_connect|query)$/.test(name)) return 'mysql';
  if (/^pg_(p?connect|query)$/.test(name)) return 'postgresql';
  if (/^(oci_(p?connect|parse)|ociparse)$/.test(name)) return 'oracle';
  return /^(mssql|sqlsrv)_(p?connect|query)$/.test(name) ? 'sqlserver' : undefined;
}

function connectionsOf({ php }: PhpFile): Connecting[] {
  const found = [
    ...php.calls.map((call) => ({ shape: calls.get(call.name.toLowerCase()), call })),
    ...php.constructions.map((call) => ({ shape: constructors.get(call.class.toLowerCase()), call })),
  ];
  return found.flatMap(({ shape: known, call }) =>
    known ? [{ shape: known, arguments: call.arguments, line: call.line }] : [],
  );
}

function emitConnection(
  context: PhpContext,
  source: PhpFile,
  { call, value }: { call: Connecting; value: DataSourceValue },
): void {
  const evidence = source.file.evidence(context.by, call.line);
  context.collector.add('datasource', context.unit, value, evidence);
  const password = call.arguments[call.shape.password];
  const literal = password && /^["']/.test(password.text) ? password.constant : undefined;
  if (!isSecretValue(literal)) return;
  const username = value.username === undefined ? {} : { username: value.username };
  context.collector.add(
    'credential',
    context.unit,
    { key: 'password', purpose: 'database', ...username },
    evidence,
  );
}

function dataSourceOf(context: PhpContext, source: PhpFile, call: Connecting): DataSourceValue | undefined {
  const read = (index: number): string | undefined => valueOf(context, source, call, index);
  const address = read(call.shape.host) ?? '';
  const parsed =
    parseConnection(address) ??
    (call.shape.product === 'postgresql' ? parseConnection(`pgsql:${address}`) : undefined);
  const product = parsed && isDatabase(parsed.service) ? parsed.service : call.shape.product;
  if (product === 'unknown') return undefined;
  const easy = product === 'oracle' && !parsed ? parseEasyConnect(address) : undefined;
  const [host, hostPort] = (easy?.host ?? address).split(/[:,]/);
  const port = parsed?.port ?? toNumber(easy?.port ?? hostPort ?? read(call.shape.port));
  const database =
    parsed?.name ?? easy?.name ?? read(call.shape.database) ?? selectedDatabase(context, source, call);
  const server = parsed ? parsed.host : host;
  const username = parsed?.username ?? read(call.shape.user);
  return {
    product,
    ...(isPlain(server) && product !== 'sqlite' ? { host: server } : {}),
    ...(port === undefined ? {} : { port }),
    ...(isPlain(database) ? { database: database.replace(inApplication, '') } : {}),
    ...(isPlain(username) ? { username } : {}),
    embedded: product === 'sqlite',
  };
}

/** `mysql_select_db` beside the connection (or alone in the application) names the database. */
function selectedDatabase(context: PhpContext, source: PhpFile, call: Connecting): string | undefined {
  if (call.shape.database >= 0) return undefined;
  const beside = [source, ...context.sources];
  for (const one of beside) {
    const select = one.php.calls.find((other) => selectors.test(other.name));
    const name = select && /^mysqli/i.test(select.name) ? select.arguments[1] : select?.arguments[0];
    if (!select || !name) continue;
    const evaluated = evaluate(name.text, at(context, one, select.line));
    if (name.constant !== undefined || evaluated.complete) return name.constant ?? evaluated.value;
  }
  const options = call.arguments.map(
    (argument) => /['"]Database['"]\s*=>\s*['"]([^'"]+)['"]/i.exec(argument.text)?.[1],
  );
  return options.find((name) => name !== undefined);
}

function valueOf(context: PhpContext, source: PhpFile, call: Connecting, index: number): string | undefined {
  const argument = index < 0 ? undefined : call.arguments[index];
  if (!argument) return undefined;
  if (argument.constant !== undefined) return argument.constant;
  const evaluated = evaluate(argument.text, at(context, source, call.line));
  // A DSN whose database is a variable still names the product and the host.
  return evaluated.complete || /^\w+:/.test(evaluated.value) ? evaluated.value : undefined;
}

function toNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,5}$/.test(value) ? Number(value) : undefined;
}

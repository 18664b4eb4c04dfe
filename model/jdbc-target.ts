import { defaultDatabasePorts } from './jdbc-driver.js';
import type { DatabaseProduct } from './product.js';

/** A server as a JDBC URL names it. */
export interface JdbcHost {
  readonly host: string;
  readonly port?: number;
}

/** What stands behind the sub-protocol: servers, or a file. */
export interface JdbcTarget {
  readonly hosts?: readonly JdbcHost[];
  readonly database?: string | undefined;
  readonly username?: string | undefined;
  readonly embedded?: boolean;
  readonly inMemory?: boolean;
}

/** Reads what follows the sub-protocol, each product in its own way. */
export function readJdbcTarget(product: DatabaseProduct, protocol: string, body: string): JdbcTarget {
  if (protocol === 'odbc') return { database: /DBQ=([^;]+)/i.exec(body)?.[1] ?? cutParameters(body) };
  switch (product) {
    case 'oracle':
      return readOracle(body);
    case 'sqlserver':
      return readSqlServer(body);
    case 'h2':
    case 'hsqldb':
    case 'derby':
      return readEmbeddable(product, body);
    case 'sqlite':
    case 'access':
      return {
        database: cutParameters(body.replace(/^\/\/(?!\/)/, '')),
        embedded: true,
        inMemory: body === ':memory:',
      };
    case 'sybase':
      // jdbc:sybase:Tds:host:5000/db?...; through jTDS the common form.
      return readCommon(product, body.replace(/^Tds:/i, '//'));
    default:
      return readCommon(product, body);
  }
}

/** What an ODBC bridge leads to, where the connection string names the ODBC driver. */
export function productOverOdbc(body: string): DatabaseProduct {
  if (/access driver|\.mdb/i.test(body)) return 'access';
  return /sql server/i.test(body) ? 'sqlserver' : 'unknown';
}

/** `[mode:]//[user[:password]@]host[:port][,host…][/database][?parameters]`, or only a database's name. */
function readCommon(product: DatabaseProduct, body: string): JdbcTarget {
  const start = body.indexOf('//');
  if (start < 0) return { database: cutParameters(body).replace(/^\//, '') };
  const afterSlashes = body.slice(start + 2);
  if (/\(\s*(host|address)|address\s*=/i.test(afterSlashes)) return readAddressList(product, afterSlashes);
  const end = afterSlashes.search(/[/?;]/);
  const authority = end < 0 ? afterSlashes : afterSlashes.slice(0, end);
  const path = end >= 0 && afterSlashes[end] === '/' ? cutParameters(afterSlashes.slice(end + 1)) : undefined;
  const at = authority.lastIndexOf('@');
  const schema = /[?&;](?:schema|databaseName|currentSchema)=([^&;]+)/i.exec(afterSlashes)?.[1];
  return {
    hosts: readHosts(product, authority.slice(at + 1)),
    // jdbc:db2://host:50000/SAMPLE:user=…; jdbc:informix-sqli://host:1526/db:INFORMIXSERVER=…
    database: (path ?? '').replace(/:\w+=.*$/, '') || schema,
    username: at < 0 ? undefined : authority.slice(0, at).split(':')[0],
  };
}

/** MySQL's `address=(host=h)(port=1)` and `(host=h,port=1)` forms. */
function readAddressList(product: DatabaseProduct, text: string): JdbcTarget {
  const hosts = readDescription(text, product);
  return { hosts, database: cutParameters(text.slice(text.lastIndexOf(')') + 1).replace(/^\]?\//, '')) };
}

function readDescription(text: string, product: DatabaseProduct): JdbcHost[] {
  const ports = [...text.matchAll(/\bport\s*=\s*(\d+)/gi)].map((match) => Number(match[1]));
  return [...text.matchAll(/\bhost\s*=\s*([^),\s]+)/gi)].map((match, index) =>
    hostWith(match[1] ?? '', ports[index] ?? defaultDatabasePorts[product]),
  );
}

function readHosts(product: DatabaseProduct, authority: string): JdbcHost[] {
  return authority
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const match = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(part.trim());
      return hostWith((match?.[1] ?? '').replace(/^\[|\]$/g, ''), readPort(match?.[2], product));
    });
}

/** Source: Oracle JDBC Developer's Guide, "Database URLs and Database Specifiers". */
function readOracle(body: string): JdbcTarget {
  const at = body.indexOf('@');
  if (at < 0) return {};
  const login = body.slice(body.indexOf(':') + 1, at);
  const username = login === '' ? undefined : login.split('/')[0];
  const place = body.slice(at + 1).trim();
  if (place.startsWith('(')) {
    const database = /\b(?:service_name|sid)\s*=\s*([^)\s]+)/i.exec(place)?.[1];
    return { hosts: readDescription(place, 'oracle'), database, username };
  }
  const bare = cutParameters(place.replace(/^(?:tcps?:)?\/\//i, ''));
  const match = /^([^:/]+)(?::(\d+))?(?:[:/]([^:/]+))?/.exec(bare);
  const isAlias = match?.[2] === undefined && match?.[3] === undefined && !place.startsWith('//');
  if (!match || isAlias) return { database: bare, username };
  return { hosts: readHosts('oracle', `${match[1] ?? ''}:${match[2] ?? ''}`), database: match[3], username };
}

/** `//host[\instance][:port][;key=value…]`; jTDS: `//host[:port][/database][;key=value…]`. */
function readSqlServer(body: string): JdbcTarget {
  const [place = '', ...parameters] = body.replace(/^\/\//, '').split(';');
  const named = new Map(
    parameters.map((parameter) => {
      const equals = parameter.indexOf('=');
      return [parameter.slice(0, equals).trim().toLowerCase(), parameter.slice(equals + 1).trim()] as const;
    }),
  );
  const [authority = '', path] = place.split('/');
  const [server = '', instance] = authority.split(/\\+/);
  const port = (instance ?? server).split(':')[1] ?? named.get('portnumber');
  const hasInstance = instance !== undefined || named.has('instance') || named.has('instancename');
  const host = server.split(':')[0] ?? '';
  return {
    hosts: [
      hostWith(
        host === '' ? (named.get('servername') ?? '') : host,
        port === undefined && hasInstance ? undefined : readPort(port, 'sqlserver'),
      ),
    ],
    database: path ?? named.get('databasename') ?? named.get('database'),
    username: named.get('user') ?? named.get('username'),
  };
}

function readEmbeddable(product: 'h2' | 'hsqldb' | 'derby', body: string): JdbcTarget {
  const network = /^(?:tcp:|ssl:|hsqls?:|https?:|net:)?\/\/(?=[^/])/.exec(body);
  const database = cutParameters(
    body.replace(/^(?:file|mem|memory|res|directory|classpath|jar|nio|nioMapped|split):/i, ''),
  );
  if (!network) return { database, embedded: true, inMemory: /^(?:mem|memory):|^\.$/.test(body) };
  return readCommon(product, cutParameters(body));
}

/** Not written: the default. A placeholder: unknown. */
function readPort(text: string | undefined, product: DatabaseProduct): number | undefined {
  if (text === undefined || text === '') return defaultDatabasePorts[product];
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

function hostWith(host: string, port: number | undefined): JdbcHost {
  return port === undefined ? { host } : { host, port };
}

function cutParameters(text: string): string {
  const end = text.search(/[?;]/);
  return end < 0 ? text : text.slice(0, end);
}

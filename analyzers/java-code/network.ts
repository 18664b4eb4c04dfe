import { parseJdbcUrl } from '../../model/jdbc-url.js';
import { isForBrowser } from '../browser-address.js';
import { fixedAddressesIn } from '../ip-addresses.js';
import { datasourceOf } from '../jdbc-datasource.js';
import { isType, simpleName, type CodeFile } from './code-file.js';

const namespaces =
  /^https?:\/\/(?:www\.w3\.org|(?:[\w-]+\.)?(?:xmlsoap\.org|springframework\.org|mybatis\.org|xml\.org|example\.(?:com|org|net))|java\.sun\.com|xmlns\.\w+\.\w+|jakarta\.ee|tempuri\.org|schemas\.[\w.]+|purl\.org|localhost|127\.0\.0\.1)(?:[:/]|$)/i;

/** Things and calls that put an address into a page. */
const shownTypes = /(?:Link|Anchor|Image|Video|Audio|Iframe|ResourceReference)$/;
const shownCalls = /^(?:sendRedirect|setRedirectUrl|setHref|setSrc|href|src|forUrl)$/i;

/** Addresses that are only shown: a person's browser goes there, not the server. */
function shownAddresses(source: CodeFile['source']): ReadonlySet<string> {
  const given = [
    ...source.constructions.filter(({ type }) => shownTypes.test(simpleName(type.name))),
    ...source.calls.filter(
      (call) => shownCalls.test(call.name) || call.arguments.some(({ text }) => /^CSPDirective\b/.test(text)),
    ),
  ];
  return new Set(given.flatMap((one) => one.arguments.flatMap(({ constant }) => constant ?? [])));
}

/** Emits systems that the code calls by an address of its own. */
export function emitAddresses({ source, add }: CodeFile): void {
  let shown: ReadonlySet<string> | undefined;
  // Takes a look at every call, so only where there is an address.
  const isShown = (value: string): boolean => (shown ??= shownAddresses(source)).has(value);
  for (const { value, line } of source.strings) {
    const url = /^https?:\/\/([\w.-]+)(?::(\d+))?[^\s"']*$/i.exec(value);
    if (url && !namespaces.test(value) && !isForBrowser(value) && !isShown(value)) {
      const masked = value
        .replace(/(\/\/)[^@/]*@/, '$1***@')
        .replace(/([?&][^=&]*(?:key|token|secret|password|pwd)[^=&]*=)[^&]+/gi, '$1***');
      const port = Number(url[2] ?? (/^https/i.test(value) ? 443 : 80));
      add('outbound-url', { url: masked }, line);
      add('depends-on', { service: 'http', host: url[1] ?? '', port }, line);
    }
    if (url || /^\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?$/.test(value) || /^(?:\w+:)+\/\//.test(value)) {
      for (const address of fixedAddressesIn(value)) add('fixed-address', address, line);
    }
  }
  emitFeign({ source, add });
}

/** A client's address stands in its annotation; a name alone is a registry's. */
function emitFeign({ source, add }: Pick<CodeFile, 'source' | 'add'>): void {
  for (const { type, constants, line } of source.annotations) {
    if (simpleName(type.name) !== 'FeignClient') continue;
    const name = constants.name?.[0] ?? constants.value?.[0];
    if (constants.url === undefined && name !== undefined && /^[\w-]+$/.test(name)) {
      add(
        'depends-on',
        { service: 'http', host: name, configuredBy: `FeignClient ${name}` },
        line,
        'inferred',
      );
    }
  }
}

/** Emits ports that the code opens and servers that it connects to by host and port. */
export function emitSockets({ source, add }: CodeFile): void {
  for (const { type, arguments: given, line } of source.constructions) {
    const [first, second] = given;
    const opens =
      isType(type, 'java.net.ServerSocket', 'java.net.InetSocketAddress') ||
      /(?:^|\.)jetty\.server\.Server$/.test(type.name);
    const port = toPort(first?.text);
    if (opens && port !== undefined && given.length <= 2) {
      const http = type.name.includes('jetty') || usesHttpServer(source.imports.map(({ name }) => name));
      add('port', { port, protocol: http ? 'http' : 'tcp', purpose: 'application' }, line, 'inferred');
    }
    const remote = toPort(second?.text);
    if (isType(type, 'java.net.Socket') && first?.constant !== undefined && remote !== undefined) {
      add('depends-on', { service: 'tcp', host: first.constant, port: remote }, line);
    }
  }
  for (const { arguments: given, line } of source.callsNamed((name) => name === 'createRegistry')) {
    const port = toPort(given[0]?.text);
    if (port !== undefined) {
      add('port', { port, protocol: 'tcp', purpose: 'application', configuredBy: 'RMI registry' }, line);
    }
  }
}

function usesHttpServer(imports: readonly string[]): boolean {
  return imports.some((name) => name.startsWith('com.sun.net.httpserver'));
}

function toPort(text: string | undefined): number | undefined {
  const port = text !== undefined && /^\d{2,5}$/.test(text) ? Number(text) : 0;
  return port > 0 && port < 65536 ? port : undefined;
}

/** Emits JNDI names that the code looks up; the cast in front of the call is the type. */
export function emitLookups({ file, source, add }: CodeFile): void {
  for (const call of source.callsNamed((name) => name === 'lookup' || name === 'doLookup')) {
    const { receiver = '', receiverType, arguments: given, line } = call;
    const written = given[0]?.constant;
    const isContext =
      isType(receiverType, 'javax.naming.Context', 'javax.naming.InitialContext') ||
      /InitialContext\(\)|ctx|context|^env/i.test(receiver);
    const named = isContext && written !== undefined;
    if (
      !named ||
      /^java:comp(?:\/env)?\/?$/.test(written) ||
      /^(?:rmi|ldap|ldaps|iiop|t3|dns):/.test(written)
    )
      continue;
    const jndi = written.replace(/^java:comp\/env\//, '');
    const cast = /\(\s*([\w.]+)\s*\)\s*[\w.()\s]*\.?\s*(?:lookup|doLookup)/.exec(
      file.lines()[line - 1] ?? '',
    )?.[1];
    const type =
      cast === undefined
        ? guessType(jndi)
        : qualify(
            cast,
            source.imports.map((one) => one.name),
          );
    add('jndi-resource', { name: jndi, ...(type !== undefined && { type }), role: 'lookup' }, line);
  }
  for (const { type, constants, line } of source.annotations) {
    if (!isType(type, 'javax.annotation.Resource', 'jakarta.annotation.Resource')) continue;
    const written =
      constants.mappedName?.[0] ??
      constants.lookup?.[0] ??
      (constants.name?.[0]?.includes('/') === true ? constants.name[0] : undefined);
    if (written === undefined) continue;
    const jndi = written.replace(/^java:comp\/env\//, '');
    const guess = guessType(jndi);
    add('jndi-resource', { name: jndi, ...(guess !== undefined && { type: guess }), role: 'lookup' }, line);
  }
}

function qualify(name: string, imports: readonly string[]): string {
  return (
    imports.find((one) => simpleName(one) === name) ?? (name === 'DataSource' ? 'javax.sql.DataSource' : name)
  );
}

function guessType(name: string): string | undefined {
  if (/^(?:java:)?\/?jdbc\/|ds$|datasource/i.test(name)) return 'javax.sql.DataSource';
  return /mail/i.test(name) ? 'javax.mail.Session' : undefined;
}

/** Emits databases whose URL is a constant of the code, with the login beside it. */
export function emitDatabases({ source, add }: CodeFile): void {
  const driver = source.strings.find(({ value }) =>
    /^(?:com|org|net|oracle|dm)\.[\w.]*Driver$/.test(value),
  )?.value;
  for (const { value, line } of source.strings) {
    const url = /^(?:jdbc|r2dbc):/i.test(value) ? parseJdbcUrl(value) : undefined;
    if (!url || (url.host === undefined && url.database === undefined)) continue;
    add('datasource', datasourceOf(url, { driver }), line);
    if (url.hasPassword) add('credential', { key: 'url', purpose: 'database' }, line);
  }
  for (const { receiver, arguments: given, line } of source.callsNamed((name) => name === 'getConnection')) {
    const [, user, password] = given;
    if (receiver !== 'DriverManager' || password?.constant === undefined || password.constant === '')
      continue;
    const username = user?.constant;
    add(
      'credential',
      { key: 'password', purpose: 'database', ...(username !== undefined && { username }) },
      line,
    );
  }
}

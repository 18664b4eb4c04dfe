import { httpDependencyOf } from '../http-dependency.js';
import type { PhpContext } from './context.js';
import { at } from './context.js';
import { evaluate } from './expression.js';
import type { PhpFile } from './symbols.js';
import { lastPart } from './symbols.js';

/** Calls whose argument is an address that the code itself asks. */
const callers =
  /^(curl_init|curl_setopt|file_get_contents|fopen|file|readfile|get_headers|simplexml_load_file|http_get|wp_remote_(get|post|request))$/i;
const clients = /^(SoapClient|Client|nusoap_client|soapclient|Guzzle|SimplePie|HttpRequest|HTTP_Request2?)$/i;
const addressName = /(url|uri|endpoint|host|server|gateway|api|service|wsdl|address|addr|base)/i;
/** Names in documents and markup, not places that anybody calls. */
const nowhere =
  /^https?:\/\/(?:www\.w3\.org|schemas?\.|xmlns\.|purl\.org|java\.sun\.com|(?:www\.)?(?:[\w-]+\.)?(?:php|wordpress|gnu|opensource|apache|github|google|example|creativecommons|wikipedia)\.(?:net|org|com)(?:\/|$)|\$|%|localhost|127\.0\.0\.1|\[)/i;
const ipv4 =
  /(?<![\d.])((?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3})(?![\d.])(?::(\d{2,5}))?/g;

/** Emits the addresses that code calls, and the IP addresses that are written into it. */
export function extractNetwork(context: PhpContext): void {
  for (const source of context.sources) {
    for (const { url, line, called } of urlsOf(context, source)) {
      const evidence = source.file.evidence(context.by, line);
      context.collector.add('outbound-url', context.unit, { url }, evidence);
      const needed = called ? httpDependencyOf(url) : undefined;
      if (needed) context.collector.add('depends-on', context.unit, needed, evidence);
    }
    for (const { value, line } of source.php.strings) {
      if (value.length > 500 || /version|useragent|mozilla/i.test(value)) continue;
      for (const match of value.matchAll(ipv4)) emitAddress(context, source, { match, line });
    }
  }
}

function emitAddress(
  context: PhpContext,
  source: PhpFile,
  { match, line }: { match: RegExpMatchArray; line: number },
): void {
  const address = match[1] ?? '';
  if (/^(0|127|255|22[4-9]|23\d)\.|^1\.0\.0\.|\.(?:0|255)$/.test(address)) return;
  const port = match[2] === undefined ? undefined : Number(match[2]);
  const value = port === undefined || port > 65535 ? { address } : { address, port };
  context.collector.add('fixed-address', context.unit, value, source.file.evidence(context.by, line));
}

function urlsOf(context: PhpContext, source: PhpFile): { url: string; line: number; called: boolean }[] {
  const { php } = source;
  const calls = [
    ...php.calls.filter((call) => callers.test(call.name)),
    ...php.constructions.filter((one) => clients.test(lastPart(one.class))),
    ...php.methodCalls.filter(
      (call) =>
        /^(request|get|post|put|delete|send|setUri|setUrl)$/i.test(call.name) &&
        /client|http|curl|guzzle|request/i.test(call.receiver),
    ),
  ];
  const named = [
    ...php.assignments.filter((one) => addressName.test(one.target)),
    ...php.constants.filter((one) => addressName.test(one.name)),
    ...php.returned.filter((one) => addressName.test(one.path)),
  ];
  const found = [
    ...calls.flatMap((call) =>
      call.arguments.map((argument) => ({
        text: argument.text,
        value: argument.constant,
        line: call.line,
        called: true,
      })),
    ),
    ...named.map((one) => ({ text: one.text, value: one.value, line: one.line, called: false })),
  ];
  return found.flatMap(({ text, value, line, called }) => {
    if (value !== undefined && /:\/\/.*:\/\//.test(value)) return [];
    if (value === undefined && !/https?:\/\/|\$|::|^[A-Z_]+\b/.test(text)) return [];
    const url = value ?? evaluate(text, at(context, source, line)).value;
    return /^https?:\/\/(?!https?:)[\w.-]+/.test(url) && !nowhere.test(url)
      ? [{ url: withoutSecrets(url), line, called }]
      : [];
  });
}

/** Without query and login: they differ from call to call, or are nobody's business. */
function withoutSecrets(url: string): string {
  return url
    .replace(/[?#].*$/s, '')
    .replace(/\/\/[^/@]*@/, '//')
    .replace(/\s.*$/s, '');
}

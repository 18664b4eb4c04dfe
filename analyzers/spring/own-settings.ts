import { isForBrowser } from '../browser-address.js';
import { fixedAddressesIn } from '../ip-addresses.js';
import { isDevelopment } from '../java-settings.js';
import {
  describeWrittenPath,
  isConfigurationPath,
  isMachinePath,
  withoutFilePrefix,
} from '../written-path.js';
import { parseAddress } from './services.js';
import { inProfile, type FileTarget, type Filled } from './target.js';

const notCalled =
  /^(?:info|swagger|springfox|springdoc|knife4j)\.|(?:licen[sc]e|contact|terms|home-?page|schema|namespace|xmlns|dtd|doc|docs)[-_.]?(?:url|uri)?$/i;

/** Emits what an application's own settings say: addresses of other systems, and directories of the machine. */
export function emitOwnSettings(
  target: FileTarget,
  settings: readonly Filled[],
  known: ReadonlySet<Filled>,
): void {
  for (const setting of settings) {
    const text = setting.filled;
    if (text === undefined) continue;
    if (!/version/i.test(setting.key)) {
      for (const address of fixedAddressesIn(text)) target.add('fixed-address', address, setting.line);
    }
    if (known.has(setting)) continue;
    if (/^https?:\/\/[\w.-]/i.test(text)) emitUrl(target, setting, text);
    else emitPath(target, setting, text);
  }
}

function emitUrl(target: FileTarget, setting: Filled, text: string): void {
  const address = parseAddress(text);
  if (
    !address ||
    notCalled.test(setting.key) ||
    isForBrowser(text) ||
    /^(?:www\.w3\.org|java\.sun\.com|.*\.springframework\.org)$/.test(address.host)
  )
    return;
  const url = text
    .replace(/(\/\/)[^@/]*@/, '$1***@')
    .replace(/([?&][^=&]*(?:key|token|secret|password|pwd)[^=&]*=)[^&]+/gi, '$1***');
  target.add('outbound-url', { url, ...inProfile(setting) }, setting.line);
  target.add(
    'depends-on',
    {
      service: 'http',
      host: address.host,
      ...(address.port !== undefined && { port: address.port }),
      ...inProfile(setting),
      configuredBy: setting.configuredBy,
    },
    setting.line,
  );
}

const pathKey =
  /(?:dir|directory|path|folder|location|root|home|basedir|store|savepath|file|filename|upload)$/i;
const notWritten =
  /^(?:logging|server|spring|management|mybatis|mybatis-plus|eureka|swagger|springdoc|springfox)\.|accesslog|context-?path|servlet|mapper|mapping|prefix|suffix|pattern|package|template|static|resource|class-?path|key-?store|trust-?store|cert|licen[sc]e|font|command|cmd|script|bin(?:dir|path|home)?$|java\.?home/i;

function emitPath(target: FileTarget, setting: Filled, text: string): void {
  const path = withoutFilePrefix(text);
  const { key, profile } = setting;
  if (
    notWritten.test(key) ||
    /\.(?:css|js|jsp|html?|png|gif|jpe?g|svg|ico)$/i.test(path) ||
    /^(?:classpath|https?|jdbc|webapp|[a-z]{3,}):/i.test(path) ||
    /[\s*?,;|]/.test(path)
  )
    return;
  const isPath =
    isMachinePath(path) ||
    (pathKey.test(key.replace(/[-_]/g, '')) && /^\.{0,2}\/[\w./-]+$|^[\w-]+\/[\w./-]*$/.test(path));
  if (!isPath || isConfigurationPath(path) || (/^\/[\w-]+$/.test(path) && !isMachinePath(path))) return;
  // What only a developer's machine has is no directory of production, when another one is named too.
  const others = target.lookup.of(key).some((other) => !isDevelopment(other.profile));
  if (isDevelopment(profile) && others) return;
  target.add('writable-path', describeWrittenPath(path, key), setting.line, 'inferred');
}

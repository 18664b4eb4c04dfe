import { emitGroup } from '../connection-facts.js';
import { groupSettings } from '../connection-settings.js';
import { isSecretKey } from '../../workspace/mask.js';
import { canonicalKey } from '../java-settings.js';
import { serviceKeys, servicesByScheme } from './service-keys.js';
import { by, inProfile, portOf, type FileTarget, type Filled } from './target.js';

/** Emits the servers that libraries' settings name; answers the settings that were understood. */
export function emitServices(target: FileTarget, settings: readonly Filled[]): ReadonlySet<Filled> {
  const consumed = new Set<Filled>();
  for (const setting of settings) {
    const known = serviceKeys.find(([pattern]) => pattern.test(canonicalKey(setting.key)));
    if (!known) continue;
    consumed.add(setting);
    if (/\[[1-9]\d*\]$/.test(setting.key) || setting.filled === undefined) continue;
    const address = parseAddress(setting.filled);
    if (!address) continue;
    const beside = (role: string): string | undefined => {
      const key = canonicalKey(setting.key.replace(/\.[^.]*$/, `.${role}`));
      const found = settings.find((one) => one.profile === setting.profile && canonicalKey(one.key) === key);
      return found?.filled;
    };
    const port = address.port ?? portOf(beside('port')) ?? known[2];
    const name =
      address.name ?? (/redis|mongodb/.test(setting.key) ? beside('database') : beside('virtualhost'));
    target.add(
      'depends-on',
      {
        service: servicesByScheme[address.scheme] ?? known[1],
        host: address.host,
        port,
        ...(name !== undefined && { name }),
        ...inProfile(setting),
        configuredBy: setting.configuredBy,
      },
      setting.line,
    );
    if (
      target.seen.purpose === 'application' &&
      known[1] === 'redis' &&
      !/^(?:application|bootstrap)/.test(setting.file.name)
    )
      target.seen.purpose = 'cache';
  }
  return consumed;
}

/** The first of a list of `[scheme://][user:password@]host[:port][/name]`. */
export function parseAddress(
  text: string,
): { scheme: string; host: string; port?: number; name?: string } | undefined {
  const match =
    /^\s*(?:failover:\(?)?(?:([a-z][\w+.-]*):\/\/)?(?:[^@/\s,]*@)?([\w.-]+)(?::(\d+))?(?:\((\d+)\))?(?:\/([\w$./-]*))?/i.exec(
      text,
    );
  const [, scheme = '', host = '', written, inBrackets, path = ''] = match ?? [];
  if (host === '' || !/[a-z\d]/i.test(host)) return undefined;
  const port = portOf(written ?? inBrackets) ?? { http: 80, https: 443 }[scheme.toLowerCase()];
  const database = ['redis', 'rediss', 'mongodb'].includes(scheme) && path !== '' ? path : undefined;
  return {
    scheme: scheme.toLowerCase(),
    host,
    ...(port !== undefined && { port }),
    ...(database !== undefined && { name: database }),
  };
}

const frameworks =
  /^(?:spring|server|management|logging|mybatis|mybatis-plus|eureka|dubbo|feign|ribbon|hystrix|pagehelper|info|swagger|springfox|springdoc|knife4j|hibernate|javax|jakarta|org\.quartz|endpoints|security)\./i;

/** Emits the servers that an application's own settings name by what is common to their keys: `redis.host`, `ftp.server`. */
export function emitOwnServices(target: FileTarget, settings: readonly Filled[]): void {
  const own = settings.filter(
    ({ key, filled }) =>
      filled !== undefined && !frameworks.test(key) && !isSecretKey(key) && !/^https?:/i.test(filled),
  );
  const profiles = [...new Set(own.map(({ profile }) => profile))];
  for (const profile of profiles) {
    const entries = own
      .filter((one) => one.profile === profile)
      .map(({ file, line, key, filled, configuredBy }) => ({
        file,
        line,
        path: key.split('.'),
        ...(filled !== undefined && { value: filled }),
        configuredBy,
      }));
    for (const group of groupSettings(entries)) {
      const options = {
        collector: target.collector,
        by,
        unit: target.unit,
        ...inProfile(profile === undefined ? {} : { profile }),
      };
      // A bare switch or count says nothing of a server.
      const says = ['host', 'url'].some((role) =>
        /[a-z]|\d\.\d/i.test(group.entries.get(role as 'host' | 'url')?.value ?? ''),
      );
      if (says && emitGroup(group, options)) target.seen.environment = true;
    }
  }
}

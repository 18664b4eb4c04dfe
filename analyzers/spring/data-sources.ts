import { productOfDialect, productOfDriver } from '../../model/jdbc-driver.js';
import { parseJdbcUrl } from '../../model/jdbc-url.js';
import { canonicalKey } from '../java-settings.js';
import { datasourceOf } from '../jdbc-datasource.js';
import { inProfile, type FileTarget, type Filled } from './target.js';

/** Emits a data source for every setting whose value is a JDBC URL; answers the settings that belong to one. */
export function emitDataSources(target: FileTarget, settings: readonly Filled[]): ReadonlySet<Filled> {
  const consumed = new Set<Filled>();
  for (const setting of settings) {
    const url = parseJdbcUrl(setting.filled ?? setting.value);
    if (!url) {
      emitJndi(target, setting);
      continue;
    }
    const find = (...roles: readonly string[]): Filled | undefined =>
      findSibling(settings, setting, roles) ?? findInUnit(target, setting, roles);
    const driver = find('driverclassname', 'driver', 'driverclass', 'jdbcdriver', 'datasourceclassname');
    const user = find('username', 'user', 'jdbcuser', 'jdbcusername', 'name', 'userid');
    const driverClass = driver?.filled;
    const dialect = settings.find(({ key }) => /dialect$/i.test(key))?.filled;
    const product =
      url.product === 'unknown'
        ? (productOfDriver(driverClass ?? '') ?? productOfDialect(dialect ?? '') ?? 'unknown')
        : url.product;
    const username = url.username ?? user?.filled;
    target.add(
      'datasource',
      {
        ...datasourceOf(url, { driver: driverClass, username, ...inProfile(setting) }),
        product,
        configuredBy: setting.configuredBy,
      },
      setting.line,
    );
    if (url.hasPassword) {
      const named = username === undefined ? {} : { username };
      target.add(
        'credential',
        { key: setting.key, purpose: 'database', ...named, ...inProfile(setting) },
        setting.line,
      );
    }
    for (const one of [setting, driver, user, find('password', 'pwd', 'jdbcpassword', 'passwd')]) {
      if (one) consumed.add(one);
    }
  }
  return consumed;
}

function emitJndi(target: FileTarget, setting: Filled): void {
  if (!/(?:datasource|jdbc|db)\.?(?:[\w-]+\.)*jndi-?name$/i.test(setting.key) || setting.filled === undefined)
    return;
  const name = setting.filled.replace(/^java:comp\/env\//, '');
  target.add('jndi-resource', { name, type: 'javax.sql.DataSource', role: 'lookup' }, setting.line);
}

/** `jdbc.url` and `jdbcUrl` both have the prefix that `jdbc.username` or `username` stands behind. */
function prefixesOf(key: string): readonly string[] {
  const canonical = canonicalKey(key);
  const own = canonical.replace(/\.?(?:jdbcurl|url|uri)$/, '');
  const shorter = canonical.replace(/\.?(?:connection)?url$/, '');
  const parent = own.replace(/\.?(?:druid|hikari|dbcp2?|tomcat|c3p0|primary)$/, '');
  return [...new Set([own, shorter, parent])];
}

/** The setting beside another one that plays a role; of the same profile. */
export function findSibling(
  settings: readonly Filled[],
  setting: Filled,
  roles: readonly string[],
): Filled | undefined {
  const prefixes = prefixesOf(setting.key);
  for (const role of roles) {
    const keys = prefixes.flatMap((prefix) =>
      prefix === '' ? [role] : [`${prefix}.${role}`, prefix + role],
    );
    const found = settings.find(
      (one) => one !== setting && one.profile === setting.profile && keys.includes(canonicalKey(one.key)),
    );
    if (found) return found;
  }
  return undefined;
}

/** The driver class often stands in the common file, the URL in the profile's. */
function findInUnit(target: FileTarget, setting: Filled, roles: readonly string[]): Filled | undefined {
  for (const prefix of prefixesOf(setting.key)) {
    if (prefix === '') continue;
    for (const role of roles) {
      const found = target.lookup.of(`${prefix}.${role}`).find((one) => one.profile === undefined);
      const filled = found && target.lookup.fill(found.value);
      if (found && filled !== undefined) return { ...found, filled, configuredBy: found.key };
    }
  }
  return undefined;
}

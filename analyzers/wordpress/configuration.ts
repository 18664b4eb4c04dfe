import { configurationFiles, definedConstant, fileOf } from './site.js';
import type { WordPressSite } from './site.js';

/** Emits the site's database, its configuration file where it is missing, and constants that change how it runs. */
export function extractConfigurationFiles(site: WordPressSite): void {
  const { unit, collector, by } = site;
  const files = configurationFiles(site);
  const sample = fileOf(site, 'wp-config-sample.php') ?? site.product.file;
  if (files.length === 0) {
    const evidence = sample.evidence(by, 1);
    collector.add('datasource', unit, { product: 'mysql', embedded: false }, evidence, 'inferred');
    collector.add(
      'config-file',
      unit,
      {
        path: '',
        format: 'php',
        readFrom: 'wp-config.php',
        purpose: 'database',
        containsSecrets: true,
        environmentSpecific: true,
      },
      evidence,
      'inferred',
    );
  }
  emitConstants(site);
  emitUrls(site);
}

const told = [
  'WP_DEBUG',
  'WP_DEBUG_LOG',
  'WP_MEMORY_LIMIT',
  'WP_CACHE',
  'DISABLE_WP_CRON',
  'DISALLOW_FILE_EDIT',
  'DISALLOW_FILE_MODS',
  'FS_METHOD',
  'FORCE_SSL_ADMIN',
  'MULTISITE',
  'SUBDOMAIN_INSTALL',
  'WP_ALLOW_MULTISITE',
  'AUTOMATIC_UPDATER_DISABLED',
  'WP_AUTO_UPDATE_CORE',
];

function emitConstants(site: WordPressSite): void {
  const { unit, collector, by } = site;
  for (const name of told) {
    const found = definedConstant(site, name);
    if (found)
      collector.add('setting', unit, { name, value: found.value }, found.file.evidence(by, found.line));
  }
  const charset = definedConstant(site, 'DB_CHARSET');
  if (charset && charset.value !== '') {
    collector.add(
      'encoding',
      unit,
      { charset: charset.value, subject: 'database' },
      charset.file.evidence(by, charset.line),
    );
  }
  const log = definedConstant(site, 'WP_DEBUG_LOG');
  if (log && log.value !== 'false') {
    const path = log.value === 'true' || log.value === '1' ? 'wp-content/debug.log' : log.value;
    collector.add(
      'log-sink',
      unit,
      { target: 'file', path, framework: 'wordpress' },
      log.file.evidence(by, log.line),
    );
  }
  const redis = definedConstant(site, 'WP_REDIS_HOST');
  if (redis) {
    const port = Number(definedConstant(site, 'WP_REDIS_PORT')?.value ?? 6379);
    const value = {
      service: 'redis',
      host: redis.value,
      ...(Number.isInteger(port) ? { port } : {}),
      configuredBy: 'WP_REDIS_HOST',
    } as const;
    collector.add('depends-on', unit, value, redis.file.evidence(by, redis.line));
  }
}

function emitUrls(site: WordPressSite): void {
  const { unit, collector, by } = site;
  for (const name of ['WP_HOME', 'WP_SITEURL']) {
    const found = definedConstant(site, name);
    if (found && /^https?:/.test(found.value)) {
      collector.add('setting', unit, { name, value: found.value }, found.file.evidence(by, found.line));
    }
  }
}

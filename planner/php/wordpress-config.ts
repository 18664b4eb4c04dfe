import type { ConfigFilePlan, EnvPlan, SecretPlan } from '../../model/plan-component.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import type { NamedDependency } from '../dependencies/collect.js';
import { wordPressConfig } from '../texts/php.js';

export interface WordPressConfig {
  readonly configFiles: readonly ConfigFilePlan[];
  readonly env: readonly EnvPlan[];
  readonly secrets: readonly SecretPlan[];
  /** Files that read the generated one, and the line where they do: what they set later is only a default. */
  readonly readFirstBy: readonly { readonly path: string; readonly line: number }[];
}

/** Keys and salts of WordPress; each pod must have the same. Source: WordPress, "Editing wp-config.php", Security keys. */
const salts = [
  'AUTH_KEY',
  'SECURE_AUTH_KEY',
  'LOGGED_IN_KEY',
  'NONCE_KEY',
  'AUTH_SALT',
  'SECURE_AUTH_SALT',
  'LOGGED_IN_SALT',
  'NONCE_SALT',
];

/**
 * The configuration file that WordPress requires and the input lacks, as a file that reads everything from the environment.
 * Nothing where the application brings its own.
 */
export function planWordPressConfig(
  context: ComponentContext,
  given: { dependencies: readonly NamedDependency[]; home: string },
): WordPressConfig {
  const nothing = { configFiles: [], env: [], secrets: [], readFirstBy: [] };
  const product = context.all('framework').find((fact) => fact.value.name.toLowerCase() === 'wordpress');
  const missing = context
    .all('config-file')
    .find((fact) => fact.value.path === '' && fact.value.readFrom !== undefined);
  const database = given.dependencies.find(
    ([, plan]) => plan.service === 'mysql' || plan.service === 'mariadb',
  );
  if (!product || !missing?.value.readFrom || !database) return nothing;
  const [, plan] = database;
  const path = missing.value.readFrom;
  const mountPath = path.startsWith('/') ? path : `${given.home}/${path}`;
  const own = `${context.component.id}-secrets`;
  context.decide(`configFiles.${path}`, 'generated', {
    because: wordPressConfig({ path, place: placeOf(missing) }),
    evidence: evidenceOf(missing),
  });
  const name = path.split('/').at(-1) ?? 'wp-config.php';
  return {
    configFiles: [{ name, content: contentOf(path), mountPath, store: 'config-map', changes: [] }],
    env: [
      { name: 'WORDPRESS_DB_HOST', value: `${plan.serviceName}:${plan.port}` },
      { name: 'WORDPRESS_DB_NAME', value: plan.database ?? 'wordpress' },
      { name: 'WORDPRESS_DB_USER', value: plan.username ?? 'wordpress' },
      ...(plan.secret === undefined
        ? []
        : [{ name: 'WORDPRESS_DB_PASSWORD', secret: plan.secret, key: 'password' }]),
      ...salts.map((salt) => ({
        name: `WORDPRESS_${salt}`,
        secret: own,
        key: salt.toLowerCase().replaceAll('_', '-'),
      })),
    ],
    secrets: [
      {
        name: own,
        keys: salts.map((salt) => ({ key: salt.toLowerCase().replaceAll('_', '-'), purpose: salt })),
      },
    ],
    readFirstBy: missing.evidence.map(({ file, line }) => ({ path: file, line: line ?? 0 })),
  };
}

/** A whole wp-config.php loads WordPress at its end; a file that wp-config.php includes only defines. */
function contentOf(path: string): string {
  const constants = ['DB_HOST', 'DB_NAME', 'DB_USER', 'DB_PASSWORD', ...salts];
  const defines = constants.map((name) => `define('${name}', getenv('WORDPRESS_${name}'));`);
  const whole = path.endsWith('wp-config.php');
  const tail = whole
    ? [
        "define('DB_CHARSET', 'utf8mb4');",
        "define('DB_COLLATE', '');",
        "$table_prefix = 'wp_';",
        "if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');",
        "require_once ABSPATH . 'wp-settings.php';",
      ]
    : [];
  return `${['<?php', '// Everything that differs between environments comes from variables.', ...defines, ...fixedSettings, ...tail].join('\n')}\n`;
}

const fixedSettings = [
  '// Plugins, themes and languages are part of the image: installing one here would be lost with the pod.',
  "define('DISALLOW_FILE_MODS', true);",
  '// A CronJob runs wp-cron.php.',
  "define('DISABLE_WP_CRON', true);",
];

import { describe, expect, test } from '@jest/globals';
import { analyzeFiles } from '../analyze-files.js';
import { wordpressAnalyzer } from './index.js';

const core = {
  'wp-includes/version.php':
    "<?php\n$wp_version = '4.9.8';\n$required_php_version = '5.2.4';\n$required_mysql_version = '5.0';\n",
  'wp-includes/wp-db.php': '<?php\nclass wpdb {\n function db_connect() { mysqli_real_connect( $a ); }\n}\n',
  'wp-admin/includes/class-wp-site-health.php':
    "<?php\n$modules = array(\n 'curl' => array(\n  'required' => false,\n ),\n 'json' => array(\n  'required' => true,\n ),\n);\n",
  'wp-admin/install.php': '<?php',
  'wp-login.php': '<?php',
  'wp-cron.php': '<?php',
  'wp-settings.php': '<?php',
  'wp-config-sample.php': "<?php\ndefine('DB_NAME', 'database_name_here');\n",
  'index.php': '<?php',
};
const run = (files: Record<string, string>) => analyzeFiles(wordpressAnalyzer, { ...core, ...files });

describe('WordPress', () => {
  test('says itself which PHP and extensions it needs', async () => {
    const { seen } = await run({});
    expect(seen('runtime')).toEqual([
      [{ language: 'php', constraint: '>=5.2.4', basis: 'constraint' }, 'wp-includes/version.php:3'],
    ]);
    expect(seen('php-extension').map(([value, place]) => [value.name, value.required, place])).toEqual([
      ['mysqli', true, 'wp-includes/wp-db.php:3'],
      ['curl', false, 'wp-admin/includes/class-wp-site-health.php:3'],
      ['json', true, 'wp-admin/includes/class-wp-site-health.php:6'],
    ]);
  });

  test('without wp-config.php the file is missing, and the database is MySQL', async () => {
    const { seen } = await run({});
    expect(seen('config-file')).toMatchObject([
      [{ path: '', readFrom: 'wp-config.php', containsSecrets: true }, 'wp-config-sample.php:1'],
    ]);
    expect(seen('datasource')).toMatchObject([[{ product: 'mysql' }, 'wp-config-sample.php:1']]);
  });

  test('uploads are written below wp-content and must survive', async () => {
    const { seen } = await run({ 'wp-config.php': '<?php' });
    expect(seen('writable-path').map(([value]) => [value.path, value.use, value.persistent])).toEqual([
      ['wp-content/uploads', 'upload', true],
      ['wp-content/upgrade', 'temp', false],
    ]);
  });

  test('constants move the content and change how it runs', async () => {
    const { seen, of } = await run({
      'wp-config.php':
        "<?php\ndefine('WP_CONTENT_DIR', '/var/lib/wp/content');\ndefine( 'DISABLE_WP_CRON', true );\ndefine('WP_DEBUG_LOG', true);\ndefine('MULTISITE', true);\n# define('WP_CACHE', true);\n",
    });
    expect(seen('writable-path')[0]).toEqual([
      {
        path: '/var/lib/wp/content/uploads',
        use: 'upload',
        persistent: true,
        configuredBy: 'WP_CONTENT_DIR',
      },
      'wp-config.php:2',
    ]);
    expect(of('scheduled-job')).toEqual([]);
    expect(of('setting').map((fact) => fact.value.name)).toEqual([
      'required_mysql_version',
      'WP_DEBUG_LOG',
      'DISABLE_WP_CRON',
      'MULTISITE',
    ]);
    expect(seen('log-sink')).toEqual([
      [{ target: 'file', path: 'wp-content/debug.log', framework: 'wordpress' }, 'wp-config.php:4'],
    ]);
  });

  test('probes, its own cron, plugins and themes', async () => {
    const { seen } = await run({
      'readme.html': '<html>',
      'wp-content/plugins/shop/shop.php': '<?php\n/*\nPlugin Name: My Shop\nVersion: 1.2\n*/\n',
      'wp-content/themes/acme/style.css': '/*\nTheme Name: Acme\nVersion: 3\n*/\n',
    });
    expect(seen('health-endpoint').map(([value]) => [value.path, value.probe])).toEqual([
      ['/wp-login.php', 'readiness'],
      ['/wp-admin/install.php', 'readiness'],
      ['/readme.html', 'liveness'],
    ]);
    expect(seen('scheduled-job')).toMatchObject([
      [{ name: 'wp-cron', mechanism: 'wp-cron' }, 'wp-cron.php:1'],
    ]);
    expect(seen('library').map(([value, place]) => [value.name, value.version, value.scope, place])).toEqual([
      ['My Shop', '1.2', 'plugin', 'wp-content/plugins/shop/shop.php:3'],
      ['Acme', '3', 'theme', 'wp-content/themes/acme/style.css:2'],
    ]);
  });

  test('a folder called wp-includes is no WordPress', async () => {
    const { facts } = await analyzeFiles(wordpressAnalyzer, { 'wp-includes/version.php': '<?php $x = 1;' });
    expect(facts).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { planInMemory } from '../../test/plan-in-memory.js';

const core = (root: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      'wp-includes/version.php':
        "<?php\n$wp_version = '6.1.9';\n$required_php_version = '5.6.20';\n$required_mysql_version = '5.0';\n",
      'wp-includes/class-wpdb.php': '<?php\nclass wpdb { function c() { mysqli_real_connect( $a ); } }\n',
      'wp-includes/pluggable.php': '<?php\nfunction wp_mail( $to ) { return mail( $to ); }\n',
      'wp-includes/update.php': "<?php\n$url = 'http://api.wordpress.org/core/version-check/1.7/';\n",
      'wp-admin/includes/class-wp-site-health.php':
        "<?php\n$modules = array(\n 'gd' => array(\n  'required' => false,\n ),\n 'imagick' => array(\n  'required' => false,\n ),\n 'json' => array(\n  'required' => true,\n ),\n);\n",
      'wp-admin/install.php': '<?php',
      'wp-login.php': '<?php',
      'wp-cron.php': '<?php',
      'wp-settings.php': '<?php',
      'index.php': '<?php',
    }).map(([path, content]) => [`${root}${path}`, content]),
  );

/** As a system package lays it out: the configuration is read from /etc, content lies in /var/lib. */
const packaged: Record<string, string> = {
  ...core('usr/share/wordpress/'),
  'usr/share/wordpress/wp-config.php':
    "<?php\nif (file_exists('/etc/wordpress/config-default.php'))\n  require_once('/etc/wordpress/config-default.php');\nif (!defined('ABSPATH')) define('ABSPATH', '/usr/share/wordpress/');\nif (!defined('DB_NAME')) define('DB_NAME', 'wordpress');\nif (!defined('DB_USER')) define('DB_USER', 'wordpress');\nif (!defined('DB_HOST')) define('DB_HOST', 'localhost');\ndefine('WP_CONTENT_DIR', '/var/lib/wordpress/wp-content');\nrequire_once(ABSPATH . 'wp-settings.php');\n",
  'var/lib/wordpress/wp-content/index.php': '<?php',
  'etc/wordpress/htaccess': '# nothing\n',
};

describe('WordPress from a system package', () => {
  test('keeps its absolute places and serves content from where it lies', async () => {
    const { component, text } = await planInMemory(packaged);
    expect(component.php).toMatchObject({
      documentRoot: '/usr/share/wordpress',
      aliases: [{ url: '/wp-content/', path: '/var/lib/wordpress/wp-content/' }],
    });
    expect(component.php?.trees.map(({ to }) => to)).toEqual([
      '/etc/wordpress',
      '/usr/share/wordpress',
      '/var/lib/wordpress',
    ]);
    const nginx = text('shop/kubernetes/config-map.yaml');
    expect(nginx).toMatch(/location \/wp-content\/ \{\s+alias \/var\/lib\/wordpress\/wp-content\/;/);
    expect(nginx).toContain('location ~ ^/wp-content/uploads/.*\\.php(/|$)');
  });

  test('gets the configuration that it lacks, and its own file stays as it is', async () => {
    const { component, manual } = await planInMemory(packaged);
    expect(component.configFiles.map(({ mountPath, store }) => [mountPath, store])).toEqual([
      ['/etc/wordpress/config-default.php', 'config-map'],
    ]);
    const content = component.configFiles[0]?.content ?? '';
    expect(content).toContain("define('DB_HOST', getenv('WORDPRESS_DB_HOST'));");
    expect(content).not.toContain('wp-settings.php');
    expect(component.env).toContainEqual({ name: 'WORDPRESS_DB_HOST', value: 'shop-mariadb:3306' });
    expect(component.secrets.flatMap(({ keys }) => keys.map(({ key }) => key))).toContain('nonce-salt');
    expect(manual).not.toContain('Supply /etc/wordpress/config-default.php');
  });

  test('gets a MariaDB where nothing says which make of server it was', async () => {
    const { plan } = await planInMemory(packaged);
    expect(plan.dependencies).toMatchObject({
      'shop-mariadb': { service: 'mariadb', mode: 'generated', database: 'wordpress', username: 'wordpress' },
    });
    const external = await planInMemory(packaged, { withDependencies: false });
    expect(Object.keys(external.plan.dependencies)).toEqual(['shop-mysql']);
    const dumped = { ...packaged, 'dump.sql': 'CREATE TABLE `a` (`id` int) ENGINE=InnoDB;\n' };
    expect(Object.keys((await planInMemory(dumped)).plan.dependencies)).toEqual(['shop-mysql']);
  });

  test('runs its own jobs by a CronJob and asks about mail', async () => {
    const { component, manual, text } = await planInMemory(packaged);
    expect(component.jobs).toEqual([
      { name: 'wp-cron', schedule: '*/5 * * * *', command: ['php', '/usr/share/wordpress/wp-cron.php'] },
    ]);
    expect(manual).toEqual(['Decide how mail is sent', 'Load the old data into mariadb']);
    expect(text('shop/kubernetes/network-policy.yaml')).toContain('port: 443');
  });

  test('has the extensions that its health check would like, if the image can compile them', async () => {
    const { component } = await planInMemory(packaged);
    expect(component.php?.extensions).toEqual(['gd', 'json', 'mysqli', 'opcache']);
  });
});

test('a WordPress without configuration gets a whole wp-config.php', async () => {
  const { component } = await planInMemory({ ...core(''), 'wp-config-sample.php': '<?php' });
  expect(component.configFiles).toMatchObject([{ mountPath: '/var/www/html/wp-config.php' }]);
  expect(component.configFiles[0]?.content).toMatch(/require_once ABSPATH \. 'wp-settings\.php';\n$/);
});

describe('jobs of a crontab', () => {
  const site = (crontab: string): Record<string, string> => ({
    'index.php': '<?php echo 1;',
    'crontab.txt': crontab,
  });

  test('run PHP of the image, without the old host’s interpreter and output', async () => {
    const { component } = await planInMemory(
      site(
        '30 2 * * * /usr/local/php/bin/php -q /data/www/x/cron/daily.php >> /data/logs/cron.log 2>&1\n*/5 * * * * cd /var/www/html && php yii queue/run > /dev/null 2>&1\n',
      ),
    );
    expect(component.jobs.map(({ command }) => command)).toEqual([
      ['php', '-q', '/data/www/x/cron/daily.php'],
      ['sh', '-c', 'cd /var/www/html && exec php yii queue/run'],
    ]);
  });

  test('run the application’s own scripts, but no systemd timer’s calendar', async () => {
    const { component, manual } = await planInMemory({
      'index.php': "<?php $a = '/opt/shop/bin'; $b = '/opt/shop/var';\n",
      'bin/clean.sh': '#!/bin/sh\n',
      'var/x.txt': '',
      crontab: '0 5 * * * test -d /run/systemd/system || /opt/shop/bin/clean.sh >/dev/null\n',
    });
    expect(component.jobs.map(({ command }) => command)).toEqual([['/opt/shop/bin/clean.sh']]);
    expect(manual).toEqual([]);
  });

  test('that need another program, or hold a secret, are a person’s business', async () => {
    const { component, manual, plan } = await planInMemory(
      site('0 3 * * 0 /usr/bin/mysqldump -uportal -pfake_portal_2008 portal > /data/backup/portal.sql\n'),
    );
    expect(component.jobs).toEqual([]);
    expect(manual).toEqual(['Find a place for the job mysqldump']);
    expect(JSON.stringify(plan)).not.toContain('fake_portal_2008');
  });
});

test('an application in a folder of the input keeps its inner layout', async () => {
  const { component } = await planInMemory({
    'web/public/index.php': "<?php require '../config/database.php';\n",
    'web/composer.json': '{"require":{"laravel/framework":"^8.0"}}',
    'web/artisan': '<?php',
    'web/config/database.php': "<?php\nreturn [\n 'password' => 'hunter2x',\n];\n",
    'web/public/dump.sql': 'CREATE TABLE `a` (id INT) ENGINE=InnoDB;\n',
    'db/schema.sql': 'CREATE TABLE `b` (id INT) ENGINE=InnoDB;\n',
  });
  expect(component.php).toMatchObject({ documentRoot: '/var/www/html/public', denied: ['dump.sql'] });
  expect(component.configFiles.map(({ mountPath }) => mountPath)).toEqual([
    '/var/www/html/config/database.php',
  ]);
  expect(component.volumes.map(({ mountPath }) => mountPath)).toContain('/var/www/html/storage');
  expect(component.build?.resolve[0]).toContain('--working-dir=web');
});

test('no volume hides the code that writes into its own directory', async () => {
  const { component, manual } = await planInMemory({
    'index.php': "<?php file_put_contents('counter.dat', 1);\n",
  });
  expect(component.volumes).toEqual([]);
  expect(manual).toEqual(['Find out what is written to /var/www/html']);
});

test('a configuration file that lies on the old server only has to be supplied', async () => {
  const { manual } = await planInMemory({
    'index.php': "<?php\nrequire '/etc/portal/db-config.php';\nmysqli_connect($h, $u, $p);\n",
  });
  expect(manual).toContain('Supply /etc/portal/db-config.php');
});

describe('what Apache did', () => {
  const site = (htaccess: string, more: Record<string, string> = {}): Record<string, string> => ({
    'index.php': '<?php echo 1;',
    'news.php': '<?php echo 2;',
    '.htaccess': `RewriteEngine On\n${htaccess}`,
    ...more,
  });

  test('nginx does: rewrites with the query as Apache makes it', async () => {
    const { component, text } = await planInMemory(
      site(
        'RewriteRule ^news/([0-9]+)\\.html$ news.php?id=$1 [L]\nRewriteRule ^list/([0-9]{1,3})$ /list.php?p=$1 [L,QSA,NC]\nRewriteRule ^old$ http://x.example/new [R=301,L]\n',
        { 'shop/.htaccess': 'RewriteEngine On\nRewriteRule ^p/(\\d+)$ item.php?id=$1\n' },
      ),
    );
    expect(component.php?.rewrites).toEqual([
      { pattern: '^/news/([0-9]+)\\.html$', target: '/news.php?id=$1?', flag: 'last' },
      { pattern: '(?i)^/list/([0-9]{1,3})$', target: '/list.php?p=$1', flag: 'last' },
      { pattern: '^/old$', target: 'http://x.example/new', flag: 'permanent' },
      { pattern: '^/shop/p/(\\d+)$', target: '/shop/item.php?id=$1?', flag: 'last' },
    ]);
    expect(text('config-map.yaml')).toContain('rewrite "(?i)^/list/([0-9]{1,3})$" "/list.php?p=$1" last;');
  });

  test('a front controller is covered; what is not understood is a person’s business', async () => {
    const front = await planInMemory(
      site(
        'RewriteCond %{REQUEST_FILENAME} !-f\nRewriteCond %{REQUEST_FILENAME} !-d\nRewriteRule . index.php [L]\n',
      ),
    );
    expect([front.component.php?.rewrites, front.manual]).toEqual([undefined, []]);
    const host = await planInMemory(
      site('RewriteCond %{HTTP_HOST} ^old\\.example$\nRewriteRule ^(.*)$ /new/$1 [L]\n'),
    );
    expect(host.manual).toEqual(['Translate a rewrite rule for nginx']);
  });

  test('what it refused stays refused, and SQL is never served', async () => {
    const { component, text } = await planInMemory(
      site('<FilesMatch "\\.(inc|txt)$">\nDeny from all\n</FilesMatch>\n', {
        'includes/.htaccess': 'Deny from all\n',
        'db/schema.sql': 'CREATE TABLE a (id INT);\n',
      }),
    );
    expect(component.php?.denied).toEqual(['**/*.inc', '**/*.txt', 'db/schema.sql', 'includes/']);
    expect(text('config-map.yaml')).toContain('location ~ ^/(?:.*/)?[^/]*\\.inc(/|$) {');
  });
});

describe('code of PHP 5', () => {
  const site = {
    '.htaccess': 'php_flag register_globals on\n',
    'index.php':
      "<?php\n$l = mysql_connect('10.0.0.5', 'portal', 'hunter2');\nmysql_select_db('portal');\nmail('a@b.example', 's', 't');\n",
    'sql/portal.sql': 'SET NAMES gbk;\nCREATE TABLE `a` (`d` datetime) ENGINE=MyISAM;\n',
  };

  test('gets the nearest line of the catalogue, and a person learns what that means', async () => {
    const { component, manual } = await planInMemory(site);
    expect(component.runtime).toEqual({ image: 'php-fpm', version: '5.6' });
    expect(manual).toContain('Make the code run on PHP 5.6');
    expect(component.php?.extensions).toContain('mysql');
  });

  test('gets a MySQL without strict mode, and its SQL in the encoding that it is stored in', async () => {
    const { plan, text } = await planInMemory(site);
    expect(plan.dependencies['shop-mysql']).toMatchObject({
      settings: { sql_mode: 'NO_ENGINE_SUBSTITUTION' },
      secret: 'shop-mysql-credentials',
    });
    expect(text('shop-mysql/kubernetes/config-map.yaml')).toContain('SET NAMES utf8mb4;');
  });

  test('a service that the code could talk to is asked about', async () => {
    const { plan, manual } = await planInMemory({ 'index.php': '<?php\n$l = ldap_connect($host);\n' });
    expect(plan.dependencies).toEqual({});
    expect(manual).toEqual(['Find out whether it uses ldap']);
  });

  test('a service that nobody logs in to has no Secret', async () => {
    const { plan } = await planInMemory({
      'index.php': "<?php\ndefine('SMTP_HOST', '192.168.1.25');\nmail($to, $subject, $body);\n",
    });
    expect(plan.dependencies['shop-smtp']).toMatchObject({ externalHost: '192.168.1.25' });
    expect(plan.dependencies['shop-smtp']?.secret).toBeUndefined();
  });
});

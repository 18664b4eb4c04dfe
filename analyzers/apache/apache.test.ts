import { describe, expect, test } from '@jest/globals';
import { analyzeFiles } from '../analyze-files.js';
import { apacheAnalyzer } from './index.js';

const run = (files: Record<string, string>) =>
  analyzeFiles(apacheAnalyzer, { 'index.php': '<?php', ...files });

describe('.htaccess', () => {
  test('rules keep their conditions; settings and variables are told', async () => {
    const { seen } = await run({
      '.htaccess':
        'RewriteEngine On\nRewriteCond %{REQUEST_FILENAME} !-f\nRewriteRule ^(.*)$ index.php?q=$1 \\\n  [L,QSA]\nphp_value memory_limit 128M\nSetEnv APP_ENV prod\nSetEnv DB_PASSWORD hunter2\nAddHandler application/x-httpd-php56 .php\nAddDefaultCharset GBK\n# php_flag x on\n',
    });
    expect(seen('rewrite-rule')).toEqual([
      [
        {
          engine: 'htaccess',
          rule: 'RewriteCond %{REQUEST_FILENAME} !-f\nRewriteRule ^(.*)$ index.php?q=$1    [L,QSA]',
        },
        '.htaccess:3',
      ],
    ]);
    expect(seen('php-setting')).toEqual([[{ name: 'memory_limit', value: '128M' }, '.htaccess:5']]);
    expect(seen('memory')).toEqual([[{ kind: 'limit', bytes: 134217728 }, '.htaccess:5']]);
    expect(seen('env-var').map(([value]) => [value.name, value.default])).toEqual([
      ['APP_ENV', 'prod'],
      ['DB_PASSWORD', undefined],
    ]);
    expect(seen('runtime')).toEqual([[{ language: 'php', version: '5.6', basis: 'script' }, '.htaccess:8']]);
    expect(seen('encoding')).toEqual([[{ charset: 'GBK', subject: 'web' }, '.htaccess:9']]);
    expect(seen('server')).toEqual([[{ product: 'apache', embedded: false }, '.htaccess:1']]);
  });

  test('what it refuses to hand out is told, as far as its expression is understood', async () => {
    const { seen } = await run({
      '.htaccess':
        'Options -Indexes\n<FilesMatch "\\.(sql|inc)$">\nOrder Allow,Deny\nDeny from all\n</FilesMatch>\n<Files config.php>\nRequire all denied\n</Files>\n<FilesMatch "^(a|b)[0-9]+">\nDeny from all\n</FilesMatch>\n',
      'includes/.htaccess': '<IfModule mod_authz_core.c>\nRequire all denied\n</IfModule>\n',
      'open/.htaccess': 'Order Allow,Deny\nAllow from all\n',
    });
    expect(seen('denied-path').map(([value, place]) => [value.path, place])).toEqual([
      ['**/*.sql', '.htaccess:4'],
      ['**/*.inc', '.htaccess:4'],
      ['**/config.php', '.htaccess:7'],
      ['includes/', 'includes/.htaccess:2'],
    ]);
  });

  test('a file of comments says nothing', async () => {
    expect((await run({ '.htaccess': '# RewriteEngine On\n' })).facts).toEqual([]);
  });
});

describe('virtual hosts', () => {
  const vhost =
    'Listen 8080\n<VirtualHost *:8080>\n  DocumentRoot /srv/x\n  ErrorLog /var/log/httpd/x.log\n  ProxyPass /api http://10.1.1.1:9000/\n</VirtualHost>\n';

  test('of a PHP application: ports, logs and what lies behind', async () => {
    const { seen } = await run({ 'conf/vhost.conf': vhost });
    expect(seen('port').map(([value]) => value.port)).toEqual([8080]);
    expect(seen('log-sink')).toEqual([
      [{ target: 'file', path: '/var/log/httpd/x.log', framework: 'apache' }, 'conf/vhost.conf:4'],
    ]);
    expect(seen('depends-on')).toEqual([
      [{ service: 'http', host: '10.1.1.1', port: 9000 }, 'conf/vhost.conf:5'],
    ]);
  });

  test('in front of Java it is a proxy: nothing of it is the application’s', async () => {
    const { facts } = await analyzeFiles(apacheAnalyzer, {
      'pom.xml': '<project/>',
      'conf/vhost.conf': vhost,
    });
    expect(facts).toEqual([]);
  });
});

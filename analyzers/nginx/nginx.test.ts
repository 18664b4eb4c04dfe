import { describe, expect, test } from '@jest/globals';
import { analyzeFiles } from '../analyze-files.js';
import { nginxAnalyzer } from './index.js';

const run = (files: Record<string, string>) => analyzeFiles(nginxAnalyzer, files);

describe('nginx', () => {
  test('in front of PHP-FPM', async () => {
    const { seen } = await run({
      'index.php': '<?php',
      'deploy/nginx.conf':
        '# shop\nserver {\n  listen 8088;\n  root /srv/shop;\n  client_max_body_size 20m;\n  access_log /data/logs/shop.log;\n  location / {\n    try_files $uri /index.php?$args;\n  }\n  location ~ \\.php$ {\n    fastcgi_pass unix:/run/php/php7.4-fpm.sock;\n    fastcgi_param PHP_VALUE "memory_limit=64M";\n  }\n}\n',
    });
    expect(seen('port')).toEqual([
      [{ port: 8088, protocol: 'http', purpose: 'application' }, 'deploy/nginx.conf:3'],
    ]);
    expect(seen('rewrite-rule')).toEqual([
      [{ engine: 'nginx', rule: 'try_files $uri /index.php?$args; # location /' }, 'deploy/nginx.conf:8'],
    ]);
    expect(seen('runtime')).toEqual([
      [{ language: 'php', version: '7.4', basis: 'script' }, 'deploy/nginx.conf:11'],
    ]);
    expect(seen('server').map(([value]) => value.product)).toEqual(['nginx', 'php-fpm']);
    expect(seen('php-setting')).toEqual([[{ name: 'memory_limit', value: '64M' }, 'deploy/nginx.conf:12']]);
    expect(seen('setting')).toEqual([
      [{ name: 'client_max_body_size', value: '20m' }, 'deploy/nginx.conf:5'],
    ]);
    expect(seen('log-sink')).toEqual([
      [{ target: 'file', path: '/data/logs/shop.log', framework: 'nginx' }, 'deploy/nginx.conf:6'],
    ]);
  });

  test('a proxy’s port and upstreams are not the application’s', async () => {
    const { facts } = await run({
      'nginx.conf':
        'upstream app { server 10.0.0.1:8080; }\nserver { listen 80; location / { proxy_pass http://app; } }\n',
    });
    expect(facts).toEqual([]);
  });

  test('an example’s runtime is nobody’s', async () => {
    const { of } = await run({
      'index.php': '<?php',
      'docs/nginx.conf': 'server { listen 80; location / { fastcgi_pass unix:/run/php/php7.0-fpm.sock; } }',
    });
    expect(of('runtime')).toEqual([]);
  });

  test('unbalanced braces are no exception', async () => {
    const { facts } = await run({ 'nginx.conf': '} server { listen 80;\n}}} "' });
    expect(facts.length).toBeGreaterThanOrEqual(0);
    expect(facts.map((fact) => fact.kind)).toContain('port');
  });
});

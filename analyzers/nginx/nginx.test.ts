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

  test('a proxy’s port is not the application’s; its upstreams say where the application runs', async () => {
    const { facts, seen } = await run({
      'deploy/nginx.conf':
        'upstream app { server 10.0.0.1:8080; server 10.0.0.2:8080 backup; }\nserver {\n listen 80;\n server_name shop.example.com www.example.com;\n location /shop/ { proxy_pass http://app; }\n}\n',
    });
    expect(new Set(facts.map(({ kind }) => kind))).toEqual(new Set(['deployed-at']));
    expect(seen('deployed-at')).toEqual([
      [{ host: '10.0.0.1', port: 8080, path: '/shop', role: 'server' }, 'deploy/nginx.conf:1'],
      [{ host: 'shop.example.com', port: 8080, path: '/shop', role: 'public' }, 'deploy/nginx.conf:4'],
      [{ host: '10.0.0.2', port: 8080, path: '/shop', role: 'server' }, 'deploy/nginx.conf:1'],
    ]);
  });

  test('names belong to their own server block; an address or a wildcard is no public name', async () => {
    const { seen } = await run({
      'nginx.conf':
        'http {\nserver { server_name 10.0.0.9 _ *.a.example; root /srv; }\nserver { location / { proxy_pass https://10.0.0.3; } server_name b.example; }\n}\n',
    });
    expect(seen('deployed-at').map(([value]) => value)).toEqual([
      { host: '10.0.0.3', port: 443, path: '/', role: 'server' },
      { host: 'b.example', port: 443, path: '/', role: 'public' },
    ]);
  });

  test('a path handed to a process on the same machine is a route', async () => {
    const { seen } = await run({
      'nginx.conf':
        'server {\n server_name desk.example;\n root /srv/www;\n location /api/ { proxy_pass http://127.0.0.1:3000; }\n location /x/ { proxy_pass http://localhost:3001/y/; }\n}\n',
    });
    expect(seen('proxy-route')).toEqual([
      [{ path: '/api', port: 3000 }, 'nginx.conf:4'],
      [{ path: '/x', port: 3001, upstreamPath: '/y/' }, 'nginx.conf:5'],
    ]);
    expect(seen('deployed-at').map(([value]) => value)).toContainEqual({
      host: 'desk.example',
      port: 3000,
      path: '/api',
      role: 'public',
    });
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

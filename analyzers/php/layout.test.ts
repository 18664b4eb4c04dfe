import { describe, expect, test } from '@jest/globals';
import { analyzeFiles } from '../analyze-files.js';
import { phpAnalyzer } from './index.js';

const run = (files: Record<string, string>, links: Record<string, string> = {}) =>
  analyzeFiles(phpAnalyzer, files, { links });

describe('applications', () => {
  test('a folder of pages is one, with its root as document root', async () => {
    const { of, seen } = await run({
      'site/index.php': '<?php',
      'site/login.php': '<?php',
      'site/inc/db.php': '<?php',
    });
    expect(of('packaging')).toMatchObject([{ unit: 'site', value: { type: 'php', form: 'source' } }]);
    expect(seen('document-root')).toEqual([[{ path: '' }, 'site/index.php:-']]);
    expect(seen('entry-page').map(([value]) => value.path)).toEqual(['/', '/login.php']);
    expect(of('front-controller')).toEqual([]);
  });

  test('two applications beside each other stay two', async () => {
    const { of } = await run({ 'a/index.php': '<?php', 'b/index.php': '<?php' });
    expect(of('packaging').map((fact) => fact.unit)).toEqual(['a', 'b']);
  });

  test('code that both include makes them one', async () => {
    const { of } = await run({
      'a/index.php': "<?php require '../lib/db.php';",
      'b/index.php': '<?php',
      'lib/db.php': '<?php',
    });
    expect(of('packaging').map((fact) => fact.unit)).toEqual(['']);
  });

  test('public/ with code above it is the document root, and its only page the front controller', async () => {
    const { seen } = await run({
      'composer.json': '{"name": "acme/shop"}',
      'public/index.php': '<?php',
      'src/App.php': '<?php class App {}',
    });
    expect(seen('packaging')).toEqual([
      [{ type: 'php', form: 'source', name: 'acme/shop' }, 'composer.json:1'],
    ]);
    expect(seen('document-root')).toEqual([[{ path: 'public' }, 'public/index.php:-']]);
    expect(seen('front-controller')).toEqual([[{ path: 'public/index.php' }, 'public/index.php:-']]);
  });

  test('a server’s configuration decides', async () => {
    const { of, seen } = await run({
      'index.php': '<?php',
      'web/index.php': '<?php',
      'conf/nginx.conf': 'server {\n  root /srv/shop/web;\n  location / { try_files $uri /index.php; }\n}\n',
    });
    expect(of('document-root')).toMatchObject([
      { value: { path: 'web' }, certainty: 'declared', evidence: [{ line: 2 }] },
    ]);
    expect(seen('front-controller')).toEqual([[{ path: 'web/index.php' }, 'conf/nginx.conf:3']]);
  });

  test('rewriting everything to index.php makes it the front controller', async () => {
    const { seen } = await run({
      'index.php': '<?php',
      'a.php': '<?php',
      '.htaccess': 'RewriteEngine On\nRewriteRule ^(.*)$ index.php?q=$1 [L]\n',
    });
    expect(seen('front-controller')).toEqual([[{ path: 'index.php' }, '.htaccess:2']]);
  });

  test('a Composer library is no application', async () => {
    const { of } = await run({ 'composer.json': '{"name": "acme/lib"}', 'src/A.php': '<?php class A {}' });
    expect(of('packaging')).toEqual([]);
  });
});

describe('pages for probes', () => {
  test('files by name', async () => {
    const { seen } = await run({
      'index.php': '<?php',
      'health.php': "<?php\n$c = mysqli_connect('h');",
      'ping.html': 'ok',
      'lib/status.php': '<?php',
    });
    expect(seen('health-endpoint').map(([value]) => value)).toEqual([
      { path: '/health.php', probe: 'any', checksDependencies: true },
      { path: '/ping.html', probe: 'any', checksDependencies: false },
    ]);
  });

  test('routes', async () => {
    const { seen } = await run({
      'composer.json': '{}',
      'public/index.php': '<?php',
      'routes/web.php': "<?php\nRoute::get('/healthz', fn () => 'ok');\nRoute::get('/orders', 'X@y');\n",
    });
    expect(seen('health-endpoint')).toEqual([[{ path: '/healthz', probe: 'any' }, 'routes/web.php:2']]);
  });
});

describe('places', () => {
  test('a document root below a link is the directory that the link leads to', async () => {
    const { of } = await run(
      {
        'deploy/sites-available/shop': 'server {\n  root /var/www/shop/current/web;\n}\n',
        'releases/5/web/index.php': "<?php\nrequire '../lib.php';\n",
        'releases/5/lib.php': '<?php',
        'index.php': '<?php',
      },
      { current: 'releases/5', 'deploy/sites-enabled/shop': 'deploy/sites-available/shop' },
    );
    const [root] = of('document-root');
    expect(root?.value.path).toBe('releases/5/web');
    expect(root?.evidence.map(({ file, line }) => `${file}:${line ?? '-'}`)).toEqual([
      'deploy/sites-available/shop:2',
    ]);
  });

  test('an unpacked system package lies at its absolute paths', async () => {
    const { of } = await run({
      'usr/share/forum/index.php': "<?php\nrequire '/etc/forum/config-local.php';\n",
      'usr/share/forum/lib.php': "<?php\ndefine('DATA', '/var/lib/forum/data');\n",
      'var/lib/forum/data/index.html': '',
    });
    expect(of('packaging').map((fact) => fact.unit)).toEqual(['']);
    expect(of('document-root')[0]?.value.path).toBe('usr/share/forum');
    expect(of('install-path').map((fact) => fact.value)).toEqual([
      { directory: 'usr/share/forum', path: '/usr/share/forum' },
      { directory: 'var/lib/forum', path: '/var/lib/forum' },
    ]);
    expect(of('config-file').filter((fact) => fact.value.path === '')).toMatchObject([
      {
        value: { readFrom: '/etc/forum/config-local.php', containsSecrets: true },
        evidence: [{ file: 'usr/share/forum/index.php', line: 2 }],
      },
    ]);
  });

  test('paths put together from constants give the application’s place away, too', async () => {
    const { of } = await run({
      'config.php':
        "<?php\ndefine('ROOT', '/data/www/shop/');\ndefine('UPLOADS', ROOT . 'uploads/');\n$cache = ROOT . 'cache/';\n",
      'index.php': "<?php require 'config.php';\n",
      'uploads/index.html': '',
      'cache/index.html': '',
    });
    expect(of('install-path').map((fact) => fact.value)).toEqual([{ directory: '', path: '/data/www/shop' }]);
  });

  test('absolute paths that end in the application’s directories give its place away', async () => {
    const { seen } = await run({
      'index.php':
        "<?php\n$a = '/data/www/shop/uploads';\n$b = '/data/www/shop/cache';\n$c = '/data/logs/x';\n",
      'uploads/index.html': '',
      'cache/index.html': '',
    });
    expect(seen('install-path')).toEqual([[{ directory: '', path: '/data/www/shop' }, 'index.php:2']]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { analyzeFiles } from '../analyze-files.js';
import { phpFrameworkAnalyzer } from './index.js';

const run = (files: Record<string, string>) => analyzeFiles(phpFrameworkAnalyzer, files);
const laravel = {
  'composer.json': '{\n "require": {\n  "laravel/framework": "^8.0"\n }\n}\n',
  artisan: '#!/usr/bin/env php\n<?php\n',
  'bootstrap/app.php': '<?php\n',
  'public/index.php': '<?php\n',
};

describe('Laravel', () => {
  test('document root, front controller, written directories, log', async () => {
    const { seen } = await run(laravel);
    expect(seen('document-root')).toEqual([[{ path: 'public' }, 'public/index.php:1']]);
    expect(seen('front-controller')).toEqual([[{ path: 'public/index.php' }, 'public/index.php:1']]);
    expect(seen('writable-path').map(([value, place]) => [value.path, value.persistent, place])).toEqual([
      ['storage', true, 'composer.json:3'],
      ['bootstrap/cache', false, 'composer.json:3'],
    ]);
    expect(seen('log-sink').map(([value]) => value.path)).toEqual(['storage/logs/laravel.log']);
  });

  test('sessions by its configuration', async () => {
    const { seen } = await run({
      ...laravel,
      'config/session.php':
        "<?php\nreturn [\n    'driver' => env('SESSION_DRIVER', 'database'),\n    'lifetime' => env('SESSION_LIFETIME', 90),\n];\n",
    });
    expect(seen('session-state')).toEqual([[{ store: 'jdbc', timeoutMinutes: 90 }, 'config/session.php:3']]);
  });

  test('schedules and queued jobs', async () => {
    const { seen } = await run({
      ...laravel,
      'app/Console/Kernel.php':
        "<?php\n$schedule->command('emails:send')->dailyAt('02:30');\n$schedule->job(new Sync)\n   ->everyFiveMinutes();\n// $schedule->command('x')->daily();\n",
      'app/Jobs/Mail.php': '<?php\nclass Mail implements ShouldQueue {}\n',
    });
    expect(seen('scheduled-job').map(([value, place]) => [value.name, value.schedule, place])).toEqual([
      ['emails:send', '30 2 * * *', 'app/Console/Kernel.php:2'],
      ['Sync', '*/5 * * * *', 'app/Console/Kernel.php:3'],
    ]);
    expect(seen('worker')).toEqual([
      [{ name: 'queue', command: 'php artisan queue:work' }, 'app/Jobs/Mail.php:2'],
    ]);
  });
});

test('Symfony’s transports are workers', async () => {
  const { seen } = await run({
    'composer.json': '{"require": {"symfony/framework-bundle": "^5"}}',
    'public/index.php': '<?php',
    'config/packages/messenger.yaml':
      "framework:\n  messenger:\n    transports:\n      async: '%env(DSN)%'\n      sync: 'sync://'\n",
  });
  expect(seen('worker')).toEqual([
    [
      { name: 'messenger-async', command: 'php bin/console messenger:consume async' },
      'config/packages/messenger.yaml:4',
    ],
  ]);
  expect(seen('writable-path').map(([value]) => value.path)).toEqual(['var/cache', 'var/log']);
});

test('CodeIgniter without Composer, by its files', async () => {
  const { seen } = await run({
    'index.php': '<?php',
    'application/config/config.php':
      "<?php\n$config['sess_driver'] = 'files';\n$config['sess_expiration'] = 7200;\n",
    'system/core/CodeIgniter.php': "<?php define('CI_VERSION', '3.1.0');",
  });
  expect(seen('session-state')).toEqual([
    [{ store: 'file', timeoutMinutes: 120 }, 'application/config/config.php:2'],
  ]);
  expect(seen('writable-path').map(([value]) => value.path)).toEqual([
    'application/cache',
    'application/logs',
  ]);
});

test('an application without a framework has no conventions', async () => {
  expect((await run({ 'index.php': '<?php', 'storage/x.php': '<?php' })).facts).toEqual([]);
});

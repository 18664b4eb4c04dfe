import { expect, test } from '@jest/globals';
import { analyzeFiles } from '../analyze-files.js';
import { phpIniAnalyzer } from './index.js';

test('settings, extensions, memory, logs and directories', async () => {
  const { seen } = await analyzeFiles(phpIniAnalyzer, {
    'conf/php.ini':
      '[PHP]\n; memory_limit = 1M\nmemory_limit = 256M ; enough\nextension=php_gd2.dll\nextension = redis.so\nerror_log = /var/log/php/error.log\n[Session]\nsession.save_path = "/data/sessions"\n[mail function]\nSMTP = mail.local\n',
  });
  expect(seen('php-setting').map(([value, place]) => [value.name, value.value, place])).toEqual([
    ['memory_limit', '256M', 'conf/php.ini:3'],
    ['error_log', '/var/log/php/error.log', 'conf/php.ini:6'],
    ['session.save_path', '/data/sessions', 'conf/php.ini:8'],
    ['SMTP', 'mail.local', 'conf/php.ini:10'],
  ]);
  expect(seen('php-extension').map(([value]) => value.name)).toEqual(['gd', 'redis']);
  expect(seen('memory')).toEqual([[{ kind: 'limit', bytes: 268435456 }, 'conf/php.ini:3']]);
  expect(seen('log-sink')).toEqual([
    [{ target: 'file', path: '/var/log/php/error.log', framework: 'php' }, 'conf/php.ini:6'],
  ]);
  expect(seen('writable-path').map(([value]) => [value.path, value.use])).toEqual([
    ['/var/log/php', 'log'],
    ['/data/sessions', 'session'],
  ]);
  expect(seen('depends-on')).toEqual([
    [{ service: 'smtp', host: 'mail.local', configuredBy: 'SMTP' }, 'conf/php.ini:10'],
  ]);
});

test('a file without settings is no configuration', async () => {
  const { facts } = await analyzeFiles(phpIniAnalyzer, { '.user.ini': '; nothing\n' });
  expect(facts).toEqual([]);
});

import { expect, test } from '@jest/globals';
import { analyzeFiles } from '../analyze-files.js';
import { phpFpmAnalyzer } from './index.js';

test('a pool’s address, processes, probes, variables and settings', async () => {
  const { seen } = await analyzeFiles(phpFpmAnalyzer, {
    'etc/www.conf':
      '[www]\nlisten = 127.0.0.1:9001\npm = dynamic\npm.max_children = 50\nping.path = /ping\nenv[APP_ENV] = prod\nenv[HOME_DIR] = $HOME_DIR\nphp_admin_value[memory_limit] = 128M\nslowlog = /var/log/fpm/slow.log\n; pm.status_path = /status\n',
  });
  expect(seen('port')).toEqual([
    [{ port: 9001, protocol: 'fastcgi', purpose: 'application' }, 'etc/www.conf:2'],
  ]);
  expect(seen('setting').map(([value]) => [value.name, value.value])).toEqual([
    ['pm', 'dynamic'],
    ['pm.max_children', '50'],
  ]);
  expect(seen('health-endpoint')).toEqual([
    [{ path: '/ping', probe: 'liveness', checksDependencies: false }, 'etc/www.conf:5'],
  ]);
  expect(seen('env-var').map(([value]) => [value.name, value.default, value.required])).toEqual([
    ['APP_ENV', 'prod', false],
    ['HOME_DIR', undefined, true],
  ]);
  expect(seen('php-setting')).toEqual([[{ name: 'memory_limit', value: '128M' }, 'etc/www.conf:8']]);
  expect(seen('log-sink')).toEqual([
    [{ target: 'file', path: '/var/log/fpm/slow.log', framework: 'php-fpm' }, 'etc/www.conf:9'],
  ]);
});

test('an Apache file of that name is none', async () => {
  const { facts } = await analyzeFiles(phpFpmAnalyzer, {
    'conf/www.conf': '<VirtualHost *:80>\n</VirtualHost>\n',
  });
  expect(facts).toEqual([]);
});

import { describe, expect, test } from '@jest/globals';
import { analyzeFiles } from '../analyze-files.js';
import { processManagerAnalyzer } from './index.js';

const run = (files: Record<string, string>) => analyzeFiles(processManagerAnalyzer, files);

describe('supervisor', () => {
  test('programs are workers, servers are not', async () => {
    const { seen, of } = await run({
      'deploy/supervisord.conf':
        '[supervisord]\nnodaemon=true\n[program:nginx]\ncommand=/usr/sbin/nginx -g "daemon off;"\n[program:php-fpm]\ncommand=php-fpm7.4 -F\n[program:queue]\ncommand=php /srv/artisan queue:work --tries=3 ; two of them\nenvironment=APP_ENV="prod",DB_PASSWORD="hunter2"\nstdout_logfile=/var/log/shop/queue.log\n',
    });
    expect(seen('worker')).toEqual([
      [{ name: 'queue', command: 'php /srv/artisan queue:work --tries=3' }, 'deploy/supervisord.conf:8'],
    ]);
    expect(of('env-var').map((fact) => [fact.value.name, fact.value.default])).toEqual([
      ['APP_ENV', 'prod'],
      ['DB_PASSWORD', undefined],
    ]);
    expect(seen('credential')).toEqual([
      [{ key: 'DB_PASSWORD', purpose: 'database' }, 'deploy/supervisord.conf:9'],
    ]);
    expect(seen('log-sink')).toEqual([
      [
        { target: 'file', path: '/var/log/shop/queue.log', framework: 'supervisor' },
        'deploy/supervisord.conf:10',
      ],
    ]);
  });

  test('other .conf files are left alone', async () => {
    const { facts } = await run({ 'worker.conf': 'command=x\n' });
    expect(facts).toEqual([]);
  });
});

describe('systemd', () => {
  test('the application’s own process is a start command, its environment is read', async () => {
    const { seen } = await run({
      'deploy/desk.service':
        '[Service]\nEnvironment=PORT=3000 "LEVEL=warn"\nEnvironmentFile=-/etc/desk/desk.env\nExecStart=/usr/bin/node dist/server.js\n',
    });
    expect(seen('start-option')).toEqual([
      [{ option: '/usr/bin/node dist/server.js', source: 'desk.service' }, 'deploy/desk.service:4'],
    ]);
    expect(seen('env-var').map(([value]) => [value.name, value.default])).toEqual([
      ['PORT', '3000'],
      ['LEVEL', 'warn'],
    ]);
    expect(seen('config-file')).toMatchObject([
      [{ path: '', readFrom: '/etc/desk/desk.env', format: 'env' }, 'deploy/desk.service:3'],
    ]);
  });

  test('a consumer is a worker', async () => {
    const { of } = await run({
      'mail-consumer.service': '[Service]\nExecStart=/usr/bin/php bin/consume.php\n',
    });
    expect(of('worker')).toMatchObject([
      { value: { name: 'mail-consumer', command: '/usr/bin/php bin/consume.php' } },
    ]);
  });

  test('a timer’s service is a scheduled job', async () => {
    const { seen, of } = await run({
      'report.timer': '[Timer]\nOnCalendar=*-*-* 02:00:00\n',
      'report.service': '[Service]\nExecStart=/opt/report.sh\n',
    });
    expect(seen('scheduled-job')).toEqual([
      [
        {
          name: 'report',
          schedule: '*-*-* 02:00:00',
          mechanism: 'cron',
          inProcess: false,
          command: '/opt/report.sh',
        },
        'report.timer:2',
      ],
    ]);
    expect(of('start-option')).toEqual([]);
  });
});

describe('Procfile', () => {
  test('web is the application, the others are workers, release is neither', async () => {
    const { seen } = await run({
      Procfile: 'web: node server.js\nworker: node jobs.js\nrelease: node migrate.js\n',
    });
    expect(seen('start-option')).toEqual([[{ option: 'node server.js', source: 'Procfile' }, 'Procfile:1']]);
    expect(seen('worker')).toEqual([[{ name: 'worker', command: 'node jobs.js' }, 'Procfile:2']]);
  });
});

test('a heap limit of Node.js is memory', async () => {
  const { seen } = await run({
    'desk.service': '[Service]\nExecStart=/usr/bin/node --max-old-space-size=512 dist/server.js\n',
  });
  expect(seen('memory')).toEqual([[{ kind: 'heap-max', bytes: 512 * 1024 ** 2 }, 'desk.service:2']]);
});

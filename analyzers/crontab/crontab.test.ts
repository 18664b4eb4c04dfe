import { describe, expect, test } from '@jest/globals';
import { analyzeFiles } from '../analyze-files.js';
import { crontabAnalyzer } from './index.js';

const run = (files: Record<string, string>) => analyzeFiles(crontabAnalyzer, files);

describe('crontabs', () => {
  test('jobs with schedule, command and name', async () => {
    const { seen } = await run({
      'cron/crontab.txt':
        '# nightly\nMAILTO=ops\n30 2 * * * /usr/bin/php /srv/shop/cron/daily.php >> /data/logs/cron.log 2>&1\n@hourly /srv/shop/sync.sh\n*/5 * * * * cd /srv/shop && php artisan schedule:run\n',
    });
    expect(seen('scheduled-job').map(([value, place]) => [value.name, value.schedule, place])).toEqual([
      ['daily', '30 2 * * *', 'cron/crontab.txt:3'],
      ['sync', '@hourly', 'cron/crontab.txt:4'],
      ['schedule:run', '*/5 * * * *', 'cron/crontab.txt:5'],
    ]);
    expect(seen('log-sink')).toEqual([
      [{ target: 'file', path: '/data/logs/cron.log', framework: 'cron' }, 'cron/crontab.txt:3'],
    ]);
    expect(seen('writable-path')).toEqual([
      [{ path: '/data/logs', use: 'log', persistent: false }, 'cron/crontab.txt:3'],
    ]);
  });

  test('system crontabs have a user before the command', async () => {
    const { of } = await run({ 'etc/cron.d/shop': '0 1 * * 1 www-data /opt/shop/report.sh\n' });
    expect(of('scheduled-job')[0]?.value).toMatchObject({
      command: '/opt/shop/report.sh',
      schedule: '0 1 * * 1',
      inProcess: false,
    });
  });

  test('a password in a command is masked', async () => {
    const { facts } = await run({ crontab: '0 3 * * * mysqldump -uroot -phunter2 shop > /backup/x.sql\n' });
    expect(JSON.stringify(facts)).not.toContain('hunter2');
  });

  test('a command that names a server and a password says so', async () => {
    const { seen } = await run({
      crontab: '0 3 * * * mysqldump -h10.0.0.5 -ushop -phunter2 shop > /backup/x.sql\n1 1 * * * /x.sh\n',
    });
    expect(seen('fixed-address')).toEqual([[{ address: '10.0.0.5' }, 'crontab:1']]);
    expect(seen('credential')).toEqual([
      [{ key: 'password', purpose: 'database', username: 'shop' }, 'crontab:1'],
    ]);
  });

  test('prose, code and comments are no jobs', async () => {
    const { facts } = await run({
      'cron/readme': 'Run it every day * or so\n1 2 3 4\n#0 1 * * * /x.sh\n',
      'cron/daily.php': '<?php\n// 0 1 * * * php daily.php\n',
    });
    expect(facts).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { analyzeFiles } from '../analyze-files.js';
import { dotenvAnalyzer } from './index.js';

const run = (files: Record<string, string>) => analyzeFiles(dotenvAnalyzer, files);
const text = `# Laravel
APP_NAME="My Shop"
APP_KEY=base64:c2VjcmV0c2VjcmV0
DB_CONNECTION=mysql
DB_HOST=10.0.0.7
DB_PORT=3306
DB_DATABASE=shop
DB_USERNAME=shop
DB_PASSWORD=hunter2
REDIS_HOST=redis.local
REDIS_PORT=6379
MAIL_HOST=smtp.local
SESSION_DRIVER=redis
QUEUE_CONNECTION=redis
LOG_CHANNEL=stderr
`;

describe('.env', () => {
  test('variables have their values, secrets do not', async () => {
    const { seen, facts } = await run({ '.env': text });
    expect(seen('env-var')).toContainEqual([
      { name: 'APP_NAME', default: 'My Shop', required: false, source: 'environment' },
      '.env:2',
    ]);
    expect(seen('env-var')).toContainEqual([
      { name: 'DB_PASSWORD', required: false, source: 'environment' },
      '.env:9',
    ]);
    expect(JSON.stringify(facts)).not.toContain('hunter2');
    expect(JSON.stringify(facts)).not.toContain('c2VjcmV0');
  });

  test('databases, services and credentials', async () => {
    const { seen } = await run({ '.env': text });
    expect(seen('datasource')).toMatchObject([
      [
        {
          product: 'mysql',
          host: '10.0.0.7',
          port: 3306,
          database: 'shop',
          username: 'shop',
          configuredBy: 'DB_HOST',
        },
        '.env:5',
      ],
    ]);
    expect(seen('depends-on').map(([value]) => [value.service, value.host])).toEqual([
      ['redis', 'redis.local'],
      ['smtp', 'smtp.local'],
    ]);
    expect(seen('credential').map(([value, place]) => [value.key, value.purpose, place])).toEqual([
      ['DB_PASSWORD', 'database', '.env:9'],
      ['APP_KEY', 'session', '.env:3'],
    ]);
    expect(seen('config-file')).toMatchObject([
      [{ path: '.env', format: 'env', containsSecrets: true }, '.env:1'],
    ]);
  });

  test('sessions, queues and logs', async () => {
    const { seen } = await run({ '.env': text });
    expect(seen('session-state')).toEqual([[{ store: 'redis' }, '.env:13']]);
    expect(seen('worker')).toEqual([[{ name: 'queue', command: 'php artisan queue:work' }, '.env:14']]);
    expect(seen('log-sink')).toEqual([[{ target: 'stderr', framework: 'monolog' }, '.env:15']]);
  });

  test('an address with a password is shown without it', async () => {
    const { seen, facts } = await run({
      '.env': 'DATABASE_URL="postgresql://app:hunter2@pg.local:5433/shop?charset=utf8"\n',
    });
    expect(seen('datasource')).toMatchObject([
      [{ product: 'postgresql', host: 'pg.local', port: 5433, database: 'shop', username: 'app' }, '.env:1'],
    ]);
    expect(JSON.stringify(facts)).not.toContain('hunter2');
  });

  test('ThinkPHP’s sections are part of the names', async () => {
    const { seen } = await run({
      '.env': '[DATABASE]\nTYPE = mysql\nHOSTNAME = 127.0.0.1\nDATABASE = tp\nUSERNAME = root\n',
    });
    expect(seen('datasource')).toMatchObject([
      [{ product: 'mysql', host: '127.0.0.1', database: 'tp' }, '.env:3'],
    ]);
  });

  test('an example’s secrets are nobody’s, and what it says is concluded', async () => {
    const { of } = await run({
      '.env.example': 'DB_HOST=127.0.0.1\nDB_DATABASE=x\nDB_USERNAME=x\nDB_PASSWORD=secret1\n',
    });
    expect(of('credential')).toEqual([]);
    expect(of('env-var')[0]?.certainty).toBe('inferred');
  });

  test('other files are left alone', async () => {
    expect((await run({ '.env': '\n# nothing\n' })).facts).toEqual([]);
    expect((await run({ 'src/env.js': 'A=1', '.env.d.ts': 'A=1' })).facts).toEqual([]);
    expect((await run({ 'conf/java.env': 'export A=1', 'zk.env': '#!/bin/sh\nA=1' })).facts).toEqual([]);
  });
});

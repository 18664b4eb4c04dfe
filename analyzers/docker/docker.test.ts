import { describe, expect, test } from '@jest/globals';
import { analyzeFiles } from '../analyze-files.js';
import { dockerAnalyzer } from './index.js';
import { parseImage } from './image.js';

const run = (files: Record<string, string>) => analyzeFiles(dockerAnalyzer, files);

describe('Dockerfile', () => {
  test('the last stage runs; its base, ports, variables and volumes are told', async () => {
    const { seen } = await run({
      Dockerfile:
        'ARG PHP=7.4\nFROM node:16 AS assets\nEXPOSE 3000\nFROM php:${PHP}-apache\nENV APP_ENV=prod API_TOKEN=hunter2\nRUN apt-get update \\\n && docker-php-ext-install -j2 pdo_mysql gd\nVOLUME ["/var/www/html/uploads"]\nEXPOSE 8080\nHEALTHCHECK CMD curl -f http://localhost:8080/health.php || exit 1\nCMD ["apache2-foreground"]\n',
    });
    expect(seen('runtime')).toEqual([
      [{ language: 'php', version: '7.4', basis: 'toolchain' }, 'Dockerfile:4'],
    ]);
    expect(seen('server')).toEqual([[{ product: 'apache', embedded: false }, 'Dockerfile:4']]);
    expect(seen('port').map(([value, place]) => [value.port, place])).toEqual([[8080, 'Dockerfile:9']]);
    expect(seen('env-var').map(([value]) => [value.name, value.default])).toEqual([
      ['APP_ENV', 'prod'],
      ['API_TOKEN', undefined],
    ]);
    expect(seen('php-extension').map(([value, place]) => [value.name, place])).toEqual([
      ['pdo_mysql', 'Dockerfile:6'],
      ['gd', 'Dockerfile:6'],
    ]);
    expect(seen('writable-path')).toEqual([
      [{ path: '/var/www/html/uploads', use: 'upload', persistent: true }, 'Dockerfile:8'],
    ]);
    expect(seen('health-endpoint')).toEqual([
      [{ path: '/health.php', port: 8080, probe: 'any' }, 'Dockerfile:10'],
    ]);
    expect(seen('start-option')).toEqual([
      [{ option: 'apache2-foreground', source: 'Dockerfile CMD' }, 'Dockerfile:11'],
    ]);
  });

  test.each([
    ['FROM openjdk:8-jre', { language: 'java', version: '8', basis: 'toolchain' }],
    ['FROM eclipse-temurin:17.0.1_12-jre', { language: 'java', version: '17', basis: 'toolchain' }],
    [
      'FROM registry.local:5000/base/node:14.17.0-alpine',
      { language: 'node', version: '14.17.0', basis: 'toolchain' },
    ],
    ['FROM tomcat:8.5-jre8', { language: 'java', version: '8', basis: 'toolchain' }],
  ])('%s', async (line, runtime) => {
    const { of } = await run({ Dockerfile: `${line}\n` });
    expect(of('runtime')[0]?.value).toEqual(runtime);
  });

  test('an empty or odd file says nothing', async () => {
    expect((await run({ Dockerfile: '' })).facts).toEqual([]);
    expect((await run({ Dockerfile: '# only a comment\nFROM\n???\n' })).facts).toEqual([]);
  });
});

describe('Compose', () => {
  const compose = `services:
  web:
    build: .
    ports:
      - "8081:80"
    environment:
      DB_HOST: db
      DB_PASSWORD: hunter2
    volumes:
      - uploads:/var/www/html/uploads
      - ./php.ini:/usr/local/etc/php/php.ini
  db:
    image: mysql:5.7
    environment:
      - MYSQL_DATABASE=shop
      - MYSQL_USER=shop
      - MYSQL_PASSWORD=hunter2
  cache:
    image: redis:5
  queue:
    build: .
    command: php artisan queue:work
`;

  test('databases and caches beside the application', async () => {
    const { seen, facts } = await run({ 'docker-compose.yml': compose });
    expect(seen('datasource')).toEqual([
      [
        { product: 'mysql', host: 'db', database: 'shop', username: 'shop', version: '5.7', embedded: false },
        'docker-compose.yml:13',
      ],
    ]);
    expect(seen('depends-on')).toEqual([[{ service: 'redis', host: 'cache' }, 'docker-compose.yml:19']]);
    expect(seen('credential').map(([value, place]) => [value.key, value.purpose, place])).toEqual([
      ['DB_PASSWORD', 'database', 'docker-compose.yml:8'],
      ['MYSQL_PASSWORD', 'database', 'docker-compose.yml:17'],
    ]);
    expect(JSON.stringify(facts)).not.toContain('hunter2');
  });

  test('the application’s ports, variables, volumes and workers', async () => {
    const { seen } = await run({ 'docker-compose.yml': compose });
    expect(seen('port').map(([value, place]) => [value.port, place])).toEqual([[80, 'docker-compose.yml:5']]);
    expect(seen('env-var')[0]).toEqual([
      { name: 'DB_HOST', default: 'db', required: false, source: 'environment' },
      'docker-compose.yml:7',
    ]);
    expect(seen('writable-path')).toEqual([
      [{ path: '/var/www/html/uploads', use: 'upload', persistent: true }, 'docker-compose.yml:10'],
    ]);
    expect(seen('worker')).toEqual([
      [{ name: 'queue', command: 'php artisan queue:work' }, 'docker-compose.yml:22'],
    ]);
  });

  test('broken YAML is no exception', async () => {
    const { of } = await run({ 'docker-compose.yml': 'services:\n  web: [\n' });
    expect(of('port')).toEqual([]);
  });
});

test('image references', () => {
  expect(parseImage('registry.local:5000/library/mysql:5.7@sha256:abc')).toEqual({
    name: 'mysql',
    tag: '5.7',
  });
  expect(parseImage('redis')).toEqual({ name: 'redis', tag: undefined });
});

import { describe, expect, test } from '@jest/globals';
import { analyzeFiles } from '../analyze-files.js';
import { phpAnalyzer } from './index.js';

const run = (files: Record<string, string>) =>
  analyzeFiles(phpAnalyzer, { 'index.php': '<?php echo 1;', ...files });

describe('paths that are written', () => {
  const pathsOf = async (code: string, more: Record<string, string> = {}) => {
    const { seen } = await run({ 'a.php': `<?php\n${code}\n`, ...more });
    return seen('writable-path').map(([value, place]) => [value.path, value.use, value.persistent, place]);
  };

  test.each([
    ["move_uploaded_file($t, 'uploads/' . $n);", 'uploads', 'upload', true],
    ["file_put_contents(__DIR__ . '/data/state.json', $x);", 'data', 'data', true],
    ["fopen('./logs/app.log', 'a');", 'logs', 'log', false],
    ["error_log($m, 3, '/var/log/shop/error.log');", '/var/log/shop', 'log', false],
    ["mkdir(dirname(__FILE__) . '/cache/' . $k);", 'cache', 'cache', false],
    ['file_put_contents("tmp/$name.txt", $x);', 'tmp', 'temp', false],
    ["imagejpeg($i, 'thumbs/' . $id . '.jpg');", 'thumbs', 'upload', true],
    ["session_save_path('/data/sess');", '/data/sess', 'session', false],
    ["file_put_contents('counter.txt', $n);", 'counter.txt', 'data', true],
    ['move_uploaded_file($t, $_SERVER["DOCUMENT_ROOT"] . "/images/" . $n);', 'images', 'upload', true],
  ])('%s writes %s', async (code, path, use, persistent) => {
    expect(await pathsOf(code)).toEqual([[path, use, persistent, 'a.php:2']]);
  });

  test('constants of other files are followed', async () => {
    const found = await pathsOf('require "config.php";\nmove_uploaded_file($t, UPLOAD_PATH . $n);', {
      'config.php': "<?php\ndefine('ROOT', dirname(__FILE__));\ndefine('UPLOAD_PATH', ROOT . '/files/');\n",
    });
    expect(found).toContainEqual(['files', 'upload', true, 'a.php:3']);
  });

  test.each([
    "fopen('x.txt', 'r');",
    "file_put_contents('php://stdout', $x);",
    'file_put_contents($f, $x);',
    "fopen('http://a.b/c', 'w');",
  ])('%s writes nothing that is known', async (code) => {
    expect(await pathsOf(code)).toEqual([]);
  });
});

describe('sessions', () => {
  test('are files unless something says otherwise', async () => {
    const { seen } = await run({ 'a.php': '<?php\nsession_start();\n$_SESSION["cart"] = 1;\n' });
    expect(seen('session-state')).toEqual([[{ store: 'file' }, 'a.php:2']]);
  });

  test.each([
    [{ 'a.php': "<?php\nini_set('session.save_handler', 'redis');\nsession_start();" }, 'redis', 'a.php:2'],
    [
      { 'a.php': '<?php session_start();', 'php.ini': '[Session]\nsession.save_handler = memcached\n' },
      'memcached',
      'php.ini:2',
    ],
    [
      { 'a.php': '<?php session_start();', '.htaccess': 'php_value session.save_handler redis\n' },
      'redis',
      '.htaccess:1',
    ],
    [
      {
        'a.php':
          "<?php\nsession_set_save_handler(new DbHandler());\nsession_start();\nclass DbHandler { function read($id) { return mysql_query('x'); } }",
      },
      'jdbc',
      'a.php:2',
    ],
  ])('%j are kept in %s', async (files, store, place) => {
    const { seen } = await run(files);
    expect(seen('session-state')).toEqual([[{ store }, place]]);
  });

  test('their lifetime is told in minutes', async () => {
    const { of } = await run({
      'a.php': "<?php\nini_set('session.gc_maxlifetime', 3600);\nsession_start();\n",
    });
    expect(of('session-state')[0]?.value.timeoutMinutes).toBe(60);
  });

  test('without sessions there is no fact', async () => {
    const { of } = await run({ 'a.php': "<?php ini_set('session.gc_maxlifetime', 3600);" });
    expect(of('session-state')).toEqual([]);
  });
});

describe('environment', () => {
  test('variables with defaults, needs and secrets', async () => {
    const { seen, facts } = await run({
      'a.php':
        "<?php\n$a = getenv('API_URL');\n$b = getenv('LEVEL') ?: 'info';\n$c = $_ENV['REGION'] ?? 'cn';\n$d = env('DB_PASSWORD', 'hunter2');\n$e = $_SERVER['REQUEST_URI'];\n$f = $_SERVER['APP_STAGE'];\nif (getenv('TRACE') !== false) { f(); }\n",
    });
    expect(
      seen('env-var').map(([value, place]) => [value.name, value.default, value.required, place]),
    ).toEqual(
      [
        ['API_URL', undefined, true, 'a.php:2'],
        ['LEVEL', 'info', false, 'a.php:3'],
        ['TRACE', undefined, false, 'a.php:8'],
        ['DB_PASSWORD', undefined, false, 'a.php:5'],
        ['REGION', 'cn', false, 'a.php:4'],
        ['APP_STAGE', undefined, true, 'a.php:7'],
      ].sort((x, y) => seenOrder.indexOf(x[0] as string) - seenOrder.indexOf(y[0] as string)),
    );
    expect(JSON.stringify(facts)).not.toContain('hunter2');
  });
  const seenOrder = ['API_URL', 'LEVEL', 'DB_PASSWORD', 'TRACE', 'REGION', 'APP_STAGE'];
});

describe('logs, settings, character sets, programs', () => {
  test('are told with their lines', async () => {
    const { seen } = await run({
      'a.php':
        "<?php\nini_set('memory_limit', '256M');\ndate_default_timezone_set('Asia/Shanghai');\nheader('Content-Type: text/html; charset=gb2312');\nmysql_query('SET NAMES gbk');\nexec('convert a.png b.jpg');\nerror_log('x');\nsyslog(1, 'x');\nnew StreamHandler('php://stderr');\n",
    });
    expect(seen('php-setting')).toEqual([[{ name: 'memory_limit', value: '256M' }, 'a.php:2']]);
    expect(seen('memory')).toEqual([[{ kind: 'limit', bytes: 268435456 }, 'a.php:2']]);
    expect(seen('timezone')).toEqual([[{ zone: 'Asia/Shanghai' }, 'a.php:3']]);
    expect(seen('encoding')).toEqual([
      [{ charset: 'gb2312', subject: 'web' }, 'a.php:4'],
      [{ charset: 'gbk', subject: 'database' }, 'a.php:5'],
    ]);
    expect(seen('native-code')).toEqual([[{ library: 'convert', how: 'exec' }, 'a.php:6']]);
    expect(seen('log-sink').map(([value, place]) => [value.target, place])).toEqual([
      ['stderr', 'a.php:7'],
      ['syslog', 'a.php:8'],
      ['stderr', 'a.php:9'],
    ]);
  });
});

describe('bad input', () => {
  test('broken PHP is read as far as it goes', async () => {
    const { of } = await run({ 'a.php': '<?php\ncurl_init();\nif (((\n' });
    expect(of('php-extension').map((fact) => fact.value.name)).toContain('curl');
  });

  test('calls in comments, strings and HTML are none', async () => {
    const { of } = await run({
      'a.php':
        'mysql_connect("h")\n<?php\n// mysql_connect("h");\n/* curl_init(); */\n$s = "ldap_connect(1)";\n',
    });
    expect(of('php-extension')).toEqual([]);
    expect(of('datasource')).toEqual([]);
  });

  test('an empty file is no fact', async () => {
    const { of } = await analyzeFiles(phpAnalyzer, { 'a.php': '' });
    expect(of('datasource')).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { analyzeFiles } from '../analyze-files.js';
import { phpAnalyzer } from './index.js';

const run = (files: Record<string, string>) =>
  analyzeFiles(phpAnalyzer, { 'index.php': '<?php echo 1;', ...files });

describe('databases in configuration', () => {
  test('constants', async () => {
    const { seen, facts } = await run({
      'config.php':
        "<?php\ndefine('DB_HOST', '10.0.0.5');\ndefine('DB_PORT', 3307);\ndefine('DB_NAME', 'shop');\ndefine('DB_USER', 'shop');\ndefine('DB_PASSWORD', 'hunter2');\n",
      'db.php': '<?php\n$c = mysqli_connect(DB_HOST, DB_USER, DB_PASSWORD, DB_NAME);\n',
    });
    expect(seen('datasource')).toEqual([
      [
        {
          product: 'mysql',
          host: '10.0.0.5',
          port: 3307,
          database: 'shop',
          username: 'shop',
          embedded: false,
        },
        'config.php:2',
      ],
    ]);
    expect(seen('credential')).toEqual([
      [{ key: 'DB_PASSWORD', purpose: 'database', username: 'shop' }, 'config.php:6'],
    ]);
    expect(JSON.stringify(facts)).not.toContain('hunter2');
  });

  test('CodeIgniter’s array names its driver', async () => {
    const { seen } = await run({
      'application/config/database.php':
        "<?php\n$db['default']['hostname'] = 'db1.internal';\n$db['default']['username'] = 'app';\n$db['default']['password'] = 'secret-1';\n$db['default']['database'] = 'crm';\n$db['default']['dbdriver'] = 'postgre';\n",
    });
    expect(seen('datasource')).toEqual([
      [
        {
          product: 'postgresql',
          host: 'db1.internal',
          database: 'crm',
          username: 'app',
          driver: 'postgre',
          embedded: false,
        },
        'application/config/database.php:2',
      ],
    ]);
  });

  test('array literals', async () => {
    const { seen } = await run({
      'config/config.php':
        "<?php\n$config = array(\n  'db' => array(\n    'host' => 'mysql.local',\n    'user' => 'u',\n    'pass' => 'pw-123456',\n    'name' => 'site',\n  ),\n);\n",
      'a.php': '<?php mysql_query("x");',
    });
    expect(seen('datasource')).toMatchObject([
      [{ product: 'mysql', host: 'mysql.local', database: 'site', username: 'u' }, 'config/config.php:4'],
    ]);
  });

  test('returned arrays with env() and defaults', async () => {
    const { seen } = await run({
      'config/database.php':
        "<?php\nreturn [\n  'connections' => [\n    'mysql' => [\n      'driver' => 'mysql',\n      'host' => env('DB_HOST', '127.0.0.1'),\n      'port' => env('DB_PORT', '3306'),\n      'database' => env('DB_DATABASE', 'forge'),\n      'username' => env('DB_USERNAME', 'forge'),\n      'password' => env('DB_PASSWORD', ''),\n    ],\n  ],\n];\n",
    });
    expect(seen('datasource')).toEqual([
      [
        {
          product: 'mysql',
          host: '127.0.0.1',
          port: 3306,
          database: 'forge',
          username: 'forge',
          driver: 'mysql',
          embedded: false,
          configuredBy: 'DB_HOST',
        },
        'config/database.php:6',
      ],
    ]);
    expect(seen('credential')).toEqual([]);
  });

  test('plain variables beside each other', async () => {
    const { seen } = await run({
      'conn.php':
        '<?php\n$servername = "localhost";\n$username = "root";\n$password = "root-pw";\n$dbname = "myDB";\n$conn = new mysqli($servername, $username, $password, $dbname);\n',
    });
    expect(seen('datasource')).toEqual([
      [
        { product: 'mysql', host: 'localhost', database: 'myDB', username: 'root', embedded: false },
        'conn.php:2',
      ],
    ]);
  });

  test('INI and YAML files', async () => {
    const { seen } = await run({
      'config/app.ini':
        '[database]\nhost = 10.2.0.1\nusername = ini\npassword = x1y2z3\ndbname = inidb\nadapter = pdo_mysql\n',
      'app/config/parameters.yml':
        'parameters:\n    database_driver: pdo_pgsql\n    database_host: pg.local\n    database_name: yml\n    database_user: yml\n    database_password: abc12345\n',
    });
    expect(
      seen('datasource').map(([value, place]) => [value.product, value.host, value.database, place]),
    ).toEqual([
      ['postgresql', 'pg.local', 'yml', 'app/config/parameters.yml:3'],
      ['mysql', '10.2.0.1', 'inidb', 'config/app.ini:2'],
    ]);
  });

  test('a sample file’s password is nobody’s', async () => {
    const { seen } = await run({
      'config.sample.php':
        "<?php\ndefine('DB_HOST', 'localhost');\ndefine('DB_USER', 'user');\ndefine('DB_NAME', 'db');\ndefine('DB_PASSWORD', 'change-me-please');\n",
    });
    expect(seen('credential')).toEqual([]);
  });
});

describe('databases in calls', () => {
  test('literals, with the database selected later', async () => {
    const { seen, facts } = await run({
      'news.php': '<?php\nmysql_connect("192.168.1.9:3308", "web", "hunter2");\nmysql_select_db("news");\n',
    });
    expect(seen('datasource')).toEqual([
      [
        {
          product: 'mysql',
          host: '192.168.1.9',
          port: 3308,
          database: 'news',
          username: 'web',
          embedded: false,
        },
        'news.php:2',
      ],
    ]);
    expect(seen('credential')).toMatchObject([[{ purpose: 'database' }, 'news.php:2']]);
    expect(JSON.stringify(facts)).not.toContain('hunter2');
  });

  test.each([
    [
      'new PDO("mysql:host=h1;port=3307;dbname=d1", "u", "p");',
      { product: 'mysql', host: 'h1', port: 3307, database: 'd1', username: 'u' },
    ],
    ['new PDO("sqlite:/data/app.db");', { product: 'sqlite', database: '/data/app.db', embedded: true }],
    [
      'pg_connect("host=h2 port=5433 dbname=d2 user=u2 password=pw123");',
      { product: 'postgresql', host: 'h2', port: 5433, database: 'd2', username: 'u2' },
    ],
    [
      'oci_connect("scott", "tiger", "//ora.local:1521/ORCL");',
      { product: 'oracle', host: 'ora.local', port: 1521, database: 'ORCL', username: 'scott' },
    ],
    [
      'new MongoDB\\Client("mongodb://m1:27017/logs");',
      { product: 'mongodb', host: 'm1', port: 27017, database: 'logs' },
    ],
  ])('%s', async (code, value) => {
    const { seen } = await run({ 'x.php': `<?php\n${code}\n` });
    expect(seen('datasource')).toMatchObject([[value, 'x.php:2']]);
  });
});

describe('other services', () => {
  test('Redis, Memcached, LDAP and mail', async () => {
    const { seen } = await run({
      'a.php':
        '<?php\n$r = new Redis();\n$r->connect("redis.local", 6380);\n$m = new Memcached();\n$m->addServer("mc.local", 11211);\nldap_connect("ldap.local", 389);\n$mail->Host = "smtp.local";\n$mail->Port = 465;\n$mail->Password = "hunter2";\nmail($a, $b, $c);\n',
    });
    expect(seen('depends-on')).toEqual([
      [{ service: 'smtp', host: 'smtp.local', port: 465 }, 'a.php:7'],
      [{ service: 'ldap', host: 'ldap.local', port: 389 }, 'a.php:6'],
      [{ service: 'redis', host: 'redis.local', port: 6380 }, 'a.php:3'],
      [{ service: 'memcached', host: 'mc.local', port: 11211 }, 'a.php:5'],
      [{ service: 'smtp', configuredBy: 'sendmail_path' }, 'a.php:10'],
    ]);
  });

  test('addresses that code calls', async () => {
    const { seen } = await run({
      'a.php':
        '<?php\n$ch = curl_init("http://erp.local/api/orders?key=1");\n$x = "http://www.w3.org/1999/xhtml";\n$soap = new SoapClient("https://user:pw@pay.local/v1?wsdl");\n$v = "1.2.3.4.5";\n$ip = "10.9.8.7:8080";\n',
    });
    expect(seen('outbound-url')).toEqual([
      [{ url: 'http://erp.local/api/orders' }, 'a.php:2'],
      [{ url: 'https://pay.local/v1' }, 'a.php:4'],
    ]);
    expect(seen('fixed-address')).toEqual([[{ address: '10.9.8.7', port: 8080 }, 'a.php:6']]);
    expect(seen('depends-on')).toEqual([
      [{ service: 'http', host: 'erp.local', port: 80 }, 'a.php:2'],
      [{ service: 'http', host: 'pay.local', port: 443 }, 'a.php:4'],
    ]);
  });

  test('an address that is only named, and one on the internet, is no dependency', async () => {
    const { seen } = await run({
      'a.php':
        '<?php\ndefine("SITE_URL", "http://10.1.1.1/");\n$data = file_get_contents("http://api.vendor.com/x");\n',
    });
    expect(seen('outbound-url')).toHaveLength(2);
    expect(seen('depends-on')).toEqual([]);
  });
});

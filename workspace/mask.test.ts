import { describe, expect, test } from '@jest/globals';
import { createMemoryProject } from './memory-project.js';
import { isSecretKey, maskSecrets } from './mask.js';

describe('configuration', () => {
  test.each([
    ['db.password=geheim', 'db.password=***'],
    ['  DB_PASS: geheim', '  DB_PASS: ***'],
    ['jdbc.passwd = "geheim"', 'jdbc.passwd = "***"'],
    ['spring.redis.password=${REDIS_PASSWORD:geheim}', 'spring.redis.password=${REDIS_PASSWORD:***}'],
    [
      'url=jdbc:mysql://10.8.0.12:3306/orders?user=root&password=geheim&ssl=1',
      'url=jdbc:mysql://10.8.0.12:3306/orders?user=root&password=***&ssl=1',
    ],
    [
      'url=jdbc:sqlserver://h;databaseName=x;user=sa;password=geheim;',
      'url=jdbc:sqlserver://h;databaseName=x;user=sa;password=***;',
    ],
    ['url=jdbc:oracle:thin:scott/geheim@db:1521:x', 'url=jdbc:oracle:thin:scott/***@db:1521:x'],
    ['broker: amqp://guest:geheim@mq:5672/', 'broker: amqp://guest:***@mq:5672/'],
    [
      '<Resource name="jdbc/x" username="root" password="geheim"/>',
      '<Resource name="jdbc/x" username="root" password="***"/>',
    ],
    ['<property name="password" value="geheim"/>', '<property name="password" value="***"/>'],
    ['<property value="geheim" name="password"/>', '<property value="***" name="password"/>'],
    [
      '<property name="hibernate.connection.password">geheim</property>',
      '<property name="hibernate.connection.password">***</property>',
    ],
    ['<db:password>geheim</db:password>', '<db:password>***</db:password>'],
    ['requirepass geheim', 'requirepass ***'],
    [
      '<init-param><param-name>loginPassword</param-name><param-value>geheim</param-value></init-param>',
      '<init-param><param-name>loginPassword</param-name><param-value>***</param-value></init-param>',
    ],
    [
      '<env-entry><env-entry-name>mail/password</env-entry-name><env-entry-type>java.lang.String</env-entry-type><env-entry-value>geheim</env-entry-value></env-entry>',
      '<env-entry><env-entry-name>mail/password</env-entry-name><env-entry-type>java.lang.String</env-entry-type><env-entry-value>***</env-entry-value></env-entry>',
    ],
    [
      '<env-entry-value>geheim</env-entry-value><env-entry-name>password</env-entry-name>',
      '<env-entry-value>***</env-entry-value><env-entry-name>password</env-entry-name>',
    ],
    ['<name>password</name><value>geheim</value>', '<name>password</name><value>***</value>'],
    ['<password><![CDATA[geheim]]></password>', '<password>***</password>'],
    ['{ name: DB_PASSWORD, value: geheim }', '{ name: DB_PASSWORD, value: *** }'],
    ['ENV DB_PASSWORD geheim', 'ENV DB_PASSWORD ***'],
    ["args: ['--password=geheim']", "args: ['--password=***']"],
    ['set OPTS=-Ddb.password=geheim', 'set OPTS=-Ddb.password=***'],
    ['redis-cli -h cache -a geheim ping', 'redis-cli -h cache -a *** ping'],
    ["CREATE USER shop IDENTIFIED BY 'geheim';", "CREATE USER shop IDENTIFIED BY '***';"],
    ['java -Ddb.password=geheim -jar x.jar', 'java -Ddb.password=*** -jar x.jar'],
    ['mysqldump -uroot -pgeheim orders', 'mysqldump -uroot -p*** orders'],
    ['curl -u admin:geheim http://x/', 'curl -u admin:*** http://x/'],
    ['Authorization: Basic dXNlcjpnZWhlaW0=', 'Authorization: Basic ***'],
    ['"password": "geheim",', '"password": "***",'],
    ['aws: AKIAGEHEIM1234567890', 'aws: ***'],
    ['数据库密码=geheim', '数据库密码=***'],
    ['admin:$apr1$geheim12$abcdefghijk', 'admin:***'],
    ['secret_access_key=geheim', 'secret_access_key=***'],
    ['MIIEpAIBAAKCAQEAgeheimgeheimgeheimgeheimgeheimgeheimgeheimgeheim', '***'],
  ])('%s', (line, expected) => {
    expect(maskSecrets(line)).toBe(expected);
  });

  test.each([
    'db.password=${DB_PASSWORD}',
    'db.password=',
    'password.encoder=bcrypt',
    '<name>timeout</name><value>30</value>',
    '<title>Password</title><value>x</value>',
    'server.port=8080',
    'url=jdbc:mysql://10.8.0.12:3306/orders?useSSL=false',
    'url=http://10.8.0.12:8080/order/list',
    '<property name="url" value="jdbc:mysql://h/x"/>',
    '<password>${db.password}</password>',
    'version: @project.version@',
  ])('leaves alone: %s', (line) => {
    expect(maskSecrets(line)).toBe(line);
  });
});

describe('code', () => {
  test.each([
    ['String password = "geheim";', 'String password = "***";'],
    ['ds.setPassword("geheim");', 'ds.setPassword("***");'],
    [
      'DriverManager.getConnection(url, "root", "geheim");',
      'DriverManager.getConnection(url, "root", "***");',
    ],
    ['env.put("password", "geheim");', 'env.put("password", "***");'],
    ['if ("geheim".equals(password)) {', 'if ("***".equals(password)) {'],
    ['if (password.equals("geheim")) {', 'if (password.equals("***")) {'],
    ["define('DB_PASSWORD', 'geheim');", "define('DB_PASSWORD', '***');"],
    ["define('AUTH_KEY',         'ge;h)eim');", "define('AUTH_KEY',         '***');"],
    ["$admin_key = 'geheim';", "$admin_key = '***';"],
    ["$db['password'] = 'geheim';", "$db['password'] = '***';"],
    ["'password' => 'geheim',", "'password' => '***',"],
    [
      "mysql_connect('localhost', 'root', 'ge;heim') or die();",
      "mysql_connect('localhost', 'root', '***') or die();",
    ],
    ['$m = new mysqli("h", "root", "geheim", "shop");', '$m = new mysqli("h", "root", "***", "***");'],
    ["new PDO('mysql:host=h', 'root', 'geheim')", "new PDO('mysql:host=h', 'root', '***')"],
  ])('%s', (line, expected) => {
    expect(maskSecrets(line, { syntax: 'code' })).toBe(expected);
  });

  test.each(['password = request.getParameter("name");', 'String token = next();', 'return password;'])(
    'leaves alone: %s',
    (line) => {
      expect(maskSecrets(line, { syntax: 'code' })).toBe(line);
    },
  );
});

test.each([
  ['a.xml', '<context-param>\n<param-name>dbPassword</param-name>\n<param-value>geheim</param-value>', 3],
  ['a.xml', '<property name="password">\n  <value>geheim</value>\n</property>', 2],
  ['a.xml', '<password>\n  geheim\n</password>', 2],
  ['a.yml', '- name: DB_PASSWORD\n  value: geheim\n', 2],
  ['a.yml', 'password: |\n  geheim\n', 2],
  ['a.properties', `password=${'x'.repeat(200)}geheim`, 1],
])('evidence in %s masks by what stands before', (name, text, line) => {
  const evidence = createMemoryProject({ [name]: text })
    .file(name)
    ?.evidence('test', line);
  expect(evidence?.excerpt).toContain('***');
  expect(evidence?.excerpt).not.toContain('geheim');
});

test('evidence is trimmed, cut and without excerpt where there is no line', () => {
  const file = createMemoryProject({ 'a.txt': `  ${'长'.repeat(300)}` }).file('a.txt');
  expect(file?.evidence('x', 1).excerpt).toHaveLength(160);
  expect(file?.evidence('x', 9)).toEqual({ file: 'a.txt', line: 9, by: 'x' });
  expect(file?.evidence('x')).toEqual({ file: 'a.txt', by: 'x' });
});

test('secret keys are told by their last word', () => {
  expect(
    ['password', 'db.passwd', 'DB_PASS', 'secretKey', 'wxAppSecret', 'api-key'].filter(isSecretKey),
  ).toHaveLength(6);
  expect(
    ['passwordEncoder', 'username', 'key', 'primaryKey', 'url', 'bypass.filter'].filter(isSecretKey),
  ).toEqual([]);
});

test('passwords on command lines of other programs are masked', () => {
  const masked = (text: string): string => maskSecrets(text);
  expect(masked('sshpass -p geheim ssh a@b')).toBe('sshpass -p *** ssh a@b');
  expect(masked('sqlplus shop/geheim@ORCL @x.sql')).toBe('sqlplus shop/***@ORCL @x.sql');
  expect(masked('exp shop/$PW@ORCL file=/data/x')).toBe('exp shop/$PW@ORCL file=/data/x');
});

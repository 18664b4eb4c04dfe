import { describe, expect, test } from '@jest/globals';
import { findSecrets, isSecretSetting } from './find-secrets.js';
import { maskSecrets } from './mask.js';
import { isPlaceholder } from './placeholder.js';
import { isSecretName } from './secret-name.js';

test.each([
  'password',
  'DB_PASSWORD',
  'spring.datasource.password',
  'jdbcPassword',
  'redis.pwd',
  'apiKey',
  'API_KEY',
  'clientSecret',
  'MYSQL_ROOT_PASSWORD',
  'authToken',
  'aws_secret_access_key',
  'SECRET',
  'db-pass',
  'keystorePass',
  'privateKey',
])('%s holds a secret', (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.each([
  'passenger',
  'tokenizer',
  'compass',
  'PASSWORD_FILE',
  'secretName',
  'token.ttl',
  'tokenExpiration',
  'password.policy',
  'passwordEncoder',
  'MYSQL_PASSWORD_FILE',
  'secret_path',
  'csrfTokenHeader',
  'resetPasswordUrl',
  'isPasswordRequired',
  'bypass',
  'user',
  'keyboard',
  'minimumTokens',
  'password.rule.alphacount.minimum',
  'password.help.title',
])('%s holds none', (name) => {
  expect(isSecretName(name)).toBe(false);
});

test.each([
  'DRYDOCK_PLACEHOLDER_SHOP_DB_PASSWORD',
  '${DB_PASSWORD}',
  '$(PASS)',
  'CHANGE_ME',
  'changeme',
  '<password>',
  '***',
  'xxxx',
  '{{ .Values.pw }}',
  '@db.password@',
  'your-password',
  'password_here',
  '',
  'file:/run/secret',
  'ENC(abc)',
])('%s is a placeholder', (value) => {
  expect(isPlaceholder(value)).toBe(true);
});

test.each(['hunter2', 'Zk9#pQ', '123456', 'root', 'P@ssw0rd', 'admin123'])('%s is none', (value) => {
  expect(isSecretSetting('password', value)).toBe(true);
});

describe('findSecrets', () => {
  test.each([
    ['db.password=hunter2', 'db.password'],
    ['  password: "hunter2"', 'password'],
    ['"apiKey": "a8f5f167f44f4964",', 'apiKey'],
    ['<property name="password" value="hunter2"/>', 'password'],
    ['<Resource name="jdbc/db" username="u" password="hunter2"/>', 'password'],
    ['<password>hunter2</password>', 'password'],
    ["define('DB_PASSWORD', 'hunter2');", 'DB_PASSWORD'],
    ["  'password' => 'hunter2',", 'password'],
    ["$db_password = 'hunter2';", 'db_password'],
    ['java -Ddb.password=hunter2 -jar a.jar', 'db.password'],
    ['redis://:hunter2@cache:6379/0', 'URL'],
    ['url: jdbc:mysql://db/x?user=u&password=hunter2', 'URL'],
    ['-----BEGIN RSA PRIVATE KEY-----', 'private key'],
    ['id: AKIAIOSFODNN7EXAMPLE', 'AWS access key'],
  ])('sees %s', (line, key) => {
    expect(findSecrets(`a=b\n${line}\n`)).toMatchObject([{ line: 2, key }]);
  });

  test.each([
    'db.password=${DB_PASSWORD}',
    'password: DRYDOCK_PLACEHOLDER_SHOP_DB_PASSWORD',
    '# password=hunter2',
    'String password = request.getParameter("password");',
    'password.encoder=bcrypt',
    'jdbc:mysql://db/x?user=u&password=${PW}',
    'https://example.com/reset?token',
    "'userPassword' => 'urn:oid:2.5.4.35',",
    'please enter your password: it must have eight letters',
    'spring.datasource.password.class=com.example.Secret',
    'ssl.keystore.password.file=/run/secrets/keystore',
  ])('leaves %s', (line) => {
    expect(findSecrets(line)).toEqual([]);
  });

  test('never repeats the value', () => {
    expect(JSON.stringify(findSecrets('password=hunter2\nredis://:hunter2@h'))).not.toContain('hunter2');
  });
});

test('maskSecrets hides known values and assignments, and keeps the rest', () => {
  const log =
    'connecting to jdbc:mysql://db/x?password=hunter2\nUnknownHostException: redis-prod\nseed Zk9pQ7\n';
  expect(maskSecrets(log, ['Zk9pQ7'])).toBe(
    'connecting to jdbc:mysql://db/x?password=***\nUnknownHostException: redis-prod\nseed ***\n',
  );
});

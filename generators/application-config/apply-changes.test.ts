import { describe, expect, test } from '@jest/globals';
import type { ConfigChange } from '../../model/plan-component.js';
import { applyChanges } from './apply-changes.js';

function changed(text: string, change: Partial<ConfigChange>): string {
  const whole: ConfigChange = { line: 1, key: 'password', value: '${P}', secret: true, ...change };
  const { text: result, missed } = applyChanges(text, [whole]);
  expect(missed).toEqual([]);
  return result;
}

describe('a value is found by the syntax of its file', () => {
  test.each([
    ['properties', 'password=s3cret', 'password=${P}'],
    ['properties with spaces', '  password = s3 cret', '  password = ${P}'],
    ['properties with a colon', 'password: s3cret', 'password: ${P}'],
    ['properties without a value', 'password=', 'password=${P}'],
    ['yaml', '    password: s3cret # old', '    password: ${P}'],
    ['yaml without a value', '    password:', '    password: ${P}'],
    ['quoted yaml', '    password: "s3cret"', '    password: "${P}"'],
    ['yaml list', '- password: x', '- password: ${P}'],
    ['xml element', '<password>s3cret</password>', '<password>${P}</password>'],
    [
      'xml attribute',
      '<Resource name="a" password="s3cret" url="u"/>',
      '<Resource name="a" password="${P}" url="u"/>',
    ],
    [
      'spring property',
      '<property name="password" value="s3cret"/>',
      '<property name="password" value="${P}"/>',
    ],
    ['value before name', '<p value="s3cret" name="password"/>', '<p value="${P}" name="password"/>'],
    [
      'named element',
      '<property name="password">s3cret</property>',
      '<property name="password">${P}</property>',
    ],
    ['php define', "define('password', 's3\\'cret');", "define('password', '${P}');"],
    ['php array', "  'password' => 's3cret',", "  'password' => '${P}',"],
    ['php index', "$c['password'] = 's3cret';", "$c['password'] = '${P}';"],
    ['php variable', '$password = "s3cret";', '$password = "${P}";'],
    ['json', '  "password": "s3cret",', '  "password": "${P}",'],
    ['json number', '  "password": 12,', '  "password": ${P},'],
    ['shell', 'export password=s3cret', 'export password=${P}'],
    ['redis', 'password s3cret', 'password ${P}'],
  ])('%s', (_name, before, after) => {
    expect(changed(before, {})).toBe(after);
  });

  test('the key may be a path of which the line has the end', () => {
    expect(changed('  password: s3cret', { key: 'spring.datasource.password' })).toBe('  password: ${P}');
  });

  test('an expression of PHP replaces the quotes too', () => {
    expect(changed("define('password', 'x');", { value: "getenv('P')" })).toBe(
      "define('password', getenv('P'));",
    );
  });

  test('a known value is looked for after its key', () => {
    const change = { key: 'root', value: 'app', oldValue: 'root', secret: false };
    expect(changed('root=root', change)).toBe('root=app');
  });
});

describe('everything else stays', () => {
  test('line ends and other lines', () => {
    const text = '# 注释\r\nuser=a\r\npassword=b\r\nlast';
    expect(changed(text, { line: 3 })).toBe('# 注释\r\nuser=a\r\npassword=${P}\r\nlast');
  });

  test('continuation lines of the old value go with it', () => {
    expect(changed('password=a\\\n  b\\\n  c\nnext=1\n', {})).toBe('password=${P}\nnext=1\n');
  });

  test('two changes on one line', () => {
    const changes: ConfigChange[] = [
      { line: 1, key: 'username', value: 'U', secret: false },
      { line: 1, key: 'password', value: 'P', secret: true },
    ];
    expect(applyChanges('<r username="a" password="b"/>', changes).text).toBe(
      '<r username="U" password="P"/>',
    );
  });
});

test('what is not there is reported and nothing is changed', () => {
  const change = { key: 'password', value: 'x', secret: true };
  const { text, missed } = applyChanges('user=a\n', [
    { ...change, line: 1 },
    { ...change, line: 9 },
    { ...change, line: 1, oldValue: 'zzz' },
  ]);
  expect(text).toBe('user=a\n');
  expect(missed.map(({ why }) => why)).toEqual(['no-such-value', 'no-such-line', 'no-such-value']);
});

import { describe, expect, test } from '@jest/globals';
import { analyzeFiles } from '../analyze-files.js';
import { phpAnalyzer } from './index.js';

async function constraintOf(code: string, more: Record<string, string> = {}) {
  const { of } = await analyzeFiles(phpAnalyzer, { 'index.php': `<?php\n${code}\n`, ...more });
  const [fact] = of('runtime').filter((one) => one.value.constraint !== undefined);
  return fact ? [fact.value.constraint, fact.value.version, fact.evidence[0].line] : undefined;
}

describe('PHP version by syntax', () => {
  test.each([
    ['$a = $b ?? 1;', '>=7.0'],
    ['$f = fn($x) => $x;', '>=7.4'],
    ['$a ??= 1;', '>=7.4'],
    ['enum Suit { case A; }', '>=8.1'],
    ['echo match(1) { 1 => 2 };', '>=8.0'],
    ['$f = function () { return 1; };', '>=5.3'],
    ['$a = [1];', '>=5.4'],
    ['function f(): int { return 1; }', '>=7.0'],
    ['function f(): void { }', '>=7.1'],
    ['class A { public int $x = 1; }', '>=7.4'],
    ['class A { public const X = 1; }', '>=7.1'],
    ['function g() { yield 1; }', '>=5.5'],
  ])('%s needs %s', async (code, constraint) => {
    expect(await constraintOf(code)).toEqual([constraint, undefined, 2]);
  });

  test.each([
    ['$o =& new Foo();', '<7.0', '5.6'],
    ['echo $s{0};', '<8.0', '7.4'],
  ])('%s is refused from %s', async (code, constraint, version) => {
    expect(await constraintOf(code)).toEqual([constraint, version, 2]);
  });

  test('idioms that only look like types say nothing', async () => {
    expect(await constraintOf('$a = isset($x) ? foo($x) : null;')).toBeUndefined();
    expect(await constraintOf('class A { public static $x = 1; }')).toBeUndefined();
    expect(await constraintOf('switch ($a) { case f(1): break; }')).toBeUndefined();
  });
});

describe('PHP version by functions', () => {
  test('mysql_* and ereg end with PHP 7', async () => {
    expect(await constraintOf('\nmysql_connect("h");')).toEqual(['<7.0', '5.6', 3]);
    expect(await constraintOf('ereg("a", $b);')).toEqual(['<7.0', '5.6', 2]);
  });

  test('each and create_function end with PHP 8, mcrypt with 7.2', async () => {
    expect(await constraintOf('list($k, $v) = each($a);')).toEqual(['<8.0', '7.4', 2]);
    expect(await constraintOf('mcrypt_encrypt($a, $b, $c, $d);')).toEqual(['<7.2', '7.1', 2]);
  });

  test('the lowest end and the highest beginning decide', async () => {
    expect(await constraintOf('$f = function () {};\nsplit(",", $a);\neach($a);')).toEqual([
      '>=5.3 <7.0',
      '5.6',
      3,
    ]);
  });

  test('a function of the application’s own, or asked about first, says nothing', async () => {
    expect(await constraintOf('function each($a) { return $a; }\neach($x);')).toBeUndefined();
    expect(await constraintOf('if (function_exists("mysql_connect")) mysql_connect("h");')).toBeUndefined();
  });

  test('methods of the same name are no functions', async () => {
    expect(await constraintOf('$r->split(","); Foo::each();')).toBeUndefined();
  });

  test('register_globals in php.ini says it is older than 5.4', async () => {
    expect(await constraintOf('echo 1;', { 'php.ini': '; x\nregister_globals = On\n' })).toEqual([
      '<5.4',
      '5.3',
      2,
    ]);
  });
});

describe('PHP version in documents', () => {
  test('a sentence names it', async () => {
    const { seen } = await analyzeFiles(phpAnalyzer, {
      'index.php': '<?php echo 1;',
      'README.md': '# x\nRuns on PHP 5.6.\n',
    });
    expect(seen('runtime')).toContainEqual([
      { language: 'php', version: '5.6', basis: 'document' },
      'README.md:2',
    ]);
  });

  test('"or higher" is a floor', async () => {
    const { seen } = await analyzeFiles(phpAnalyzer, {
      'index.php': '<?php echo 1;',
      'docs/部署.md': '需要 PHP 7.2 及以上\n',
    });
    expect(seen('runtime')).toContainEqual([
      { language: 'php', constraint: '>=7.2', basis: 'document' },
      'docs/部署.md:1',
    ]);
  });
});

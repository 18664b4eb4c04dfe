import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { createMemoryProject } from '../memory-project.js';
import type { PhpSource } from './php-source.js';

function parse(source: string | Uint8Array): PhpSource {
  const php = createMemoryProject({ 'a.php': source }).file('a.php')?.php();
  if (!php) throw new Error('nothing was parsed');
  return php;
}

const code = (body: string): PhpSource => parse(`<?php\n${body}`);

describe('names', () => {
  test('namespaces and imports of every kind', () => {
    const php = code(
      'namespace A\\B;\nuse C\\D as E, Z;\nuse F\\{G, H as I};\nuse function x\\y;\nuse const Q;',
    );
    expect(php.namespace).toBe('A\\B');
    expect(php.uses).toEqual([
      { name: 'C\\D', alias: 'E', line: 3 },
      { name: 'Z', alias: 'Z', line: 3 },
      { name: 'F\\G', alias: 'G', line: 4 },
      { name: 'F\\H', alias: 'I', line: 4 },
      { name: 'x\\y', alias: 'y', line: 5 },
      { name: 'Q', alias: 'Q', line: 6 },
    ]);
  });

  test('classes are resolved through imports, then the namespace', () => {
    const php = code(
      'namespace A;\nuse C\\D as E;\nnew E; new E\\X(1); new Own; new \\PDO("x"); E::go(); self::go(); new $v; new class {};',
    );
    expect(php.constructions.map((one) => one.class)).toEqual(['C\\D', 'C\\D\\X', 'A\\Own', 'PDO']);
    expect(php.methodCalls.map(({ receiver, static: isStatic }) => [receiver, isStatic])).toEqual([
      ['C\\D', true],
      ['self', true],
    ]);
  });
});

describe('declarations', () => {
  test('functions and classes, old and new', () => {
    const php = code(
      'function &f($a, array $b = array(), &...$c) {}\nabstract class K\n  extends \\L implements M, N\n{\n  var $x;\n  function K() {}\n  public static function go(int $p): ?string { return 1; }\n}\ninterface I extends J, K2 {}\ntrait T { function t() {} }\n// class No {}\n"class Neither {}";',
    );
    expect(php.functions).toEqual([{ name: 'f', line: 2, parameters: ['a', 'b', 'c'] }]);
    expect(php.classes).toEqual([
      {
        name: 'K',
        parent: 'L',
        interfaces: ['M', 'N'],
        methods: [
          { name: 'K', line: 7 },
          { name: 'go', line: 8 },
        ],
        line: 3,
      },
      { name: 'I', interfaces: ['J', 'K2'], methods: [], line: 10 },
      { name: 'T', interfaces: [], methods: [{ name: 't', line: 11 }], line: 11 },
    ]);
  });

  test('constants by define, const and in classes, folded', () => {
    const php = code(
      "define('A', 'x');\nconst B = A . '/y', C = 3;\nclass K { const D = 'z' . OTHER; public const E = B; }\ndefine('F', getenv('F'));\n\\define(\"G\", false);\ndefine('H', H);",
    );
    expect(php.constants.map(({ name, value, line }) => [name, value, line])).toEqual([
      ['A', 'x', 2],
      ['B', 'x/y', 3],
      ['C', '3', 3],
      ['K::D', undefined, 4],
      ['K::E', 'x/y', 4],
      ['F', undefined, 5],
      ['G', 'false', 6],
      ['H', undefined, 7],
    ]);
    expect(php.constants[5]?.text).toBe("getenv('F')");
  });
});

describe('calls', () => {
  test('functions with arguments, constants and where they stand', () => {
    const php = code(
      "define('HOST', 'db');\nclass K { function m() { @mysql_connect(HOST . ':3306', $u, 'p,w)', array(1, 2)); } }\nfunction f() { \\mail(to: 'x'); $v(); ns\\g(); }\nheader('Location: ' . $x);",
    );
    const calls = php.calls.filter(({ name }) => name !== 'define');
    expect(calls.map(({ name, line, enclosing }) => [name, line, enclosing])).toEqual([
      ['mysql_connect', 3, 'K.m'],
      ['mail', 4, 'f'],
      ['ns\\g', 4, 'f'],
      ['header', 5, ''],
    ]);
    expect(calls[0]?.arguments).toEqual([
      { text: "HOST . ':3306'", constant: 'db:3306' },
      { text: '$u' },
      { text: "'p,w)'", constant: 'p,w)' },
      { text: 'array(1, 2)' },
    ]);
    expect(calls[1]?.arguments).toEqual([{ text: "to: 'x'", constant: 'x' }]);
  });

  test('methods with their receiver and the line of their name', () => {
    const php = code('$db->query("a")\n  ->fetch();\n$this->x?->y();\nFoo::bar(1.5);');
    expect(php.methodCalls.map(({ name, receiver, line }) => [name, receiver, line])).toEqual([
      ['fetch', '$db->query("a")', 3],
      ['query', '$db', 2],
      ['y', '$this->x', 4],
      ['bar', 'Foo', 5],
    ]);
    expect(php.methodCalls[3]?.arguments).toEqual([{ text: '1.5', constant: '1.5' }]);
  });

  test('includes, relative to the file where it says so', () => {
    const php = code(
      "include 'a.php';\nrequire_once(dirname(__FILE__) . '/../b.php');\nrequire __DIR__.'/c.php';\ninclude_once $x . '.php';",
    );
    expect(php.includes).toEqual([
      { text: "'a.php'", path: 'a.php', once: false, line: 2 },
      { text: "dirname(__FILE__) . '/../b.php'", path: './../b.php', once: true, line: 3 },
      { text: "__DIR__.'/c.php'", path: './c.php', once: false, line: 4 },
      { text: "$x . '.php'", once: true, line: 5 },
    ]);
  });
});

describe('configuration', () => {
  test('array literals are flattened, long and short, nested', () => {
    const php = code(
      "$db['default'] = array(\n  'hostname' => 'localhost',\n  \"port\" => 3306,\n  'opts' => ['a' => ['x', 'y'], 'f' => fn($q) => 1],\n  5 => 'five', 'six',\n);\n$a[\"b\"] = 1;\n$this->x = $y;\n$list[] = 'z';\n$r = & new Foo;\n$e = array();",
    );
    expect(php.assignments.map(({ target, value, line }) => [target, value, line])).toEqual([
      ["$db['default']['hostname']", 'localhost', 3],
      ["$db['default']['port']", '3306', 4],
      ["$db['default']['opts']['a']['0']", 'x', 5],
      ["$db['default']['opts']['a']['1']", 'y', 5],
      ["$db['default']['opts']['f']", undefined, 5],
      ["$db['default']['5']", 'five', 6],
      ["$db['default']['6']", 'six', 6],
      ["$a['b']", '1', 8],
      ['$this->x', undefined, 9],
      ['$list[]', 'z', 10],
      ['$r', undefined, 11],
      ['$e', undefined, 12],
    ]);
  });

  test('properties are assignments of their object', () => {
    const php = code(
      "class JConfig { public $host = 'localhost'; var $opts = array('a' => 'b'); private $none; }",
    );
    expect(php.assignments.map(({ target, value }) => [target, value])).toEqual([
      ['$this->host', 'localhost'],
      ["$this->opts['a']", 'b'],
    ]);
  });

  test('a returned array is flattened; functions return nothing of the file', () => {
    const php = code(
      "return [\n 'db' => ['host' => env('DB_HOST', 'x'), 'port' => '33' . '06'],\n];\nfunction f() { return ['no' => 1]; }",
    );
    expect(php.returned).toEqual([
      { path: 'db.host', text: "env('DB_HOST', 'x')", line: 3 },
      { path: 'db.port', value: '3306', text: "'33' . '06'", line: 3 },
    ]);
  });

  test('superglobals with keys, read and written', () => {
    const php = code(
      "$_SESSION['cart']['n'] = $_GET[\"id\"];\nunset($_SESSION[KEY]); echo \"$_POST[name] {$_COOKIE['c']}\"; f($_FILES);\n$_SESSION['n']++; $x = $_SERVER[$k]; define('KEY', 'k');",
    );
    expect(php.superglobals.map(({ name, key, write, line }) => [name, key, write, line])).toEqual([
      ['$_SESSION', 'cart', true, 2],
      ['$_GET', 'id', false, 2],
      ['$_SESSION', 'k', true, 3],
      ['$_POST', 'name', false, 3],
      ['$_COOKIE', 'c', false, 3],
      ['$_FILES', undefined, false, 3],
      ['$_SESSION', 'n', true, 4],
      ['$_SERVER', undefined, false, 4],
    ]);
  });
});

describe('strings', () => {
  test('of every kind; comments and HTML are not seen', () => {
    const php = parse(
      "<p title='html'>mysql_query('no')</p>\n<?php // 'no' f();\n# g('no')\n/* h('no') */\necho 'it\\'s', \"a\\tb\\x41\\u{8ba2}\", \"in $x\";\n$h = <<<EOT\n  one\n  two\n  EOT;\n$n = <<<'N'\nraw $x\nN;\n?>\n<b><?= $y ?></b>\n",
    );
    expect(php.strings.map(({ value, line }) => [value, line])).toEqual([
      ["it's", 5],
      ['a\tbA订', 5],
      ['in $x', 5],
      ['one\ntwo', 6],
      ['raw $x', 10],
    ]);
    expect(php.calls).toEqual([]);
    expect(php.assignments.map(({ target, value }) => [target, value])).toEqual([
      ['$h', 'one\ntwo'],
      ['$n', 'raw $x'],
    ]);
    expect(php.hasErrors).toBe(false);
  });

  test('GBK and CR LF keep lines', () => {
    const php = parse(iconv.encode("<?php\r\n// 数据库连接设置\r\n$名 = '订单';\r\nf('x');", 'gbk'));
    expect(php.assignments).toMatchObject([{ target: '$名', value: '订单', line: 3 }]);
    expect(php.calls[0]?.line).toBe(4);
  });
});

describe('features', () => {
  test.each([
    ['short-open-tag', '<? echo 1; ?>'],
    ['asp-tag', '<html><% echo $x; %>'],
    ['script-tag', '<script language="php">echo f();</script>'],
    ['curly-offset', '<?php echo $s{0};'],
    ['reference-new', '<?php $x = &new Foo();'],
    ['call-time-reference', '<?php f(1, &$x);'],
    ['php4-constructor', '<?php class A { function A() {} }'],
    ['var-property', '<?php class A { var $x; }'],
    ['namespace', '<?php namespace A;'],
    ['closure', '<?php $f = function() {};'],
    ['nowdoc', "<?php $x = <<<'A'\nA;\n"],
    ['short-ternary', '<?php $a ?: $b;'],
    ['trait', '<?php trait A {}'],
    ['short-array', '<?php f([1]);'],
    ['generator', '<?php function f() { yield 1; }'],
    ['finally', '<?php try {} finally {}'],
    ['variadic', '<?php function f(...$a) {}'],
    ['power', '<?php $a ** 2;'],
    ['null-coalescing', '<?php $a ?? 1;'],
    ['spaceship', '<?php $a <=> 1;'],
    ['scalar-type', '<?php function f(int $a) {}'],
    ['return-type', '<?php function f(): array {}'],
    ['anonymous-class', '<?php new class {};'],
    ['nullable-type', '<?php function f(?A $a) {}'],
    ['typed-property', '<?php class A { private ?int $x = 1; }'],
    ['arrow-function', '<?php fn() => 1;'],
    ['null-coalescing-assignment', '<?php $a ??= 1;'],
    ['match', '<?php match($x) { 1 => 2 };'],
    ['named-argument', '<?php f(a: 1);'],
    ['attribute', '<?php #[A]\nclass B {}'],
    ['nullsafe', '<?php $a?->b();'],
    ['union-type', '<?php function f(int|string $a) {}'],
    ['constructor-promotion', '<?php class A { function __construct(private $x) {} }'],
    ['enum', '<?php enum A { case B; }'],
    ['readonly', '<?php class A { public readonly int $x; }'],
  ])('%s', (feature, source) => {
    expect(parse(source).features.map((one) => one.feature)).toContain(feature);
  });

  test('old code shows none of the new', () => {
    const php = parse(
      "<?php\nif ($a ? 'b' : 'c'): echo $x['y'][0]; endif;\n$t = array('k' => $v, 'm' => $a ? B : C);\nswitch ($a) { case 1: f($a ? b : c); default: }\nclass A extends B { function go(&$x, $y = 1) { return $x; } }\n?>\n<script>var t = {a: [1]}; x ?? y; <%= name %></script>",
    );
    expect(php.features).toEqual([]);
    expect(php.hasErrors).toBe(false);
  });

  test('code in old tags is read', () => {
    const php = parse("<?xml version='1.0'?>\n<%= f($x) %><script language='php'>g();</script><? h(); ?>");
    expect(php.calls.map(({ name, line }) => [name, line])).toEqual([
      ['f', 2],
      ['g', 2],
      ['h', 2],
    ]);
    expect(php.hasErrors).toBe(false);
  });
});

describe('bad input', () => {
  test('broken source gives what could be read', () => {
    const php = code('f(1);\nclass { ((( \n g(');
    expect(php.hasErrors).toBe(true);
    expect(php.calls.map(({ name }) => name)).toContain('f');
    expect(parse('').calls).toEqual([]);
    expect(parse('<?php "unclosed').strings).toEqual([]);
  });

  test('data after __halt_compiler is not code', () => {
    expect(code("f();\n__halt_compiler(); g('x') ]]").calls.map(({ name }) => name)).toEqual([
      'f',
      '__halt_compiler',
    ]);
  });

  test('absurd nesting neither crashes nor hangs', () => {
    const project = createMemoryProject({
      'a.php': `<?php $a = ${'['.repeat(5000)}1${']'.repeat(5000)};`,
      'b.php': `<?php $a = ${"'a' . ".repeat(20000)}'b';`,
    });
    project.file('a.php')?.php();
    expect(project.file('b.php')?.php()?.assignments).toHaveLength(1);
    expect(project.problems().every(({ code: problem }) => problem === 'php-invalid')).toBe(true);
  });
});

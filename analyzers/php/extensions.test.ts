import { describe, expect, test } from '@jest/globals';
import { analyzeFiles } from '../analyze-files.js';
import { phpAnalyzer } from './index.js';

async function extensionsOf(files: Record<string, string>) {
  const { seen } = await analyzeFiles(phpAnalyzer, files);
  return seen('php-extension').map(([value, place]) => [value.name, value.required, place]);
}

describe('PHP extensions', () => {
  test.each([
    ['mysqli_connect("h");', 'mysqli'],
    ['$x = imagecreatetruecolor(1, 1);', 'gd'],
    ['curl_init();', 'curl'],
    ['mb_substr($a, 0, 1);', 'mbstring'],
    ['$z = new ZipArchive();', 'zip'],
    ['$c = new SoapClient($w);', 'soap'],
    ['$p = new PDO("mysql:host=h;dbname=d", $u, $w);', 'pdo_mysql'],
    ['$p = new PDO("pgsql:host=$h", $u, $w);', 'pdo_pgsql'],
    ['bcadd("1", "2");', 'bcmath'],
    ['$d = new DOMDocument();', 'dom'],
    ['$n = NumberFormatter::create("de", 1);', 'intl'],
    ['echo _("text");', 'gettext'],
    ['iconv("a", "b", $c);', 'iconv'],
    ['oci_connect($u, $p, $d);', 'oci8'],
    ['pcntl_fork();', 'pcntl'],
  ])('%s needs %s', async (code, name) => {
    const found = await extensionsOf({ 'index.php': `<?php\n${code}\n` });
    expect(found).toContainEqual([name, true, 'index.php:2']);
  });

  test('what is asked about first is not required', async () => {
    const found = await extensionsOf({
      'index.php':
        '<?php\nif (function_exists("curl_init")) { curl_init(); }\nif (extension_loaded("gd")) { imagepng($i); }\n',
    });
    expect(found).toEqual([
      ['curl', false, 'index.php:2'],
      ['gd', false, 'index.php:3'],
    ]);
  });

  test('functions and classes of the application’s own are no extension’s', async () => {
    const found = await extensionsOf({
      'index.php': '<?php\nrequire "f.php";\nmb_trim2();\nmb_own("a");\nnew Redis();\n',
      'f.php': '<?php\nfunction mb_own($a) { return $a; }\nfunction mb_trim2() {}\nclass Redis {}\n',
    });
    expect(found).toEqual([]);
  });

  test('a framework’s drivers are not the application’s need', async () => {
    const found = await extensionsOf({
      'index.php': '<?php require "system/core/CodeIgniter.php";',
      'system/core/CodeIgniter.php': "<?php\ndefine('CI_VERSION', '3.1.11');\n",
      'system/database/drivers/oci8/oci8_driver.php': '<?php\noci_connect($a, $b);\n',
      'application/controllers/Shop.php': '<?php\nclass Shop { function a() { imagepng($this->i); } }\n',
    });
    expect(found).toEqual([['gd', true, 'application/controllers/Shop.php:2']]);
  });

  test('vendored packages are not read', async () => {
    const found = await extensionsOf({
      'index.php': '<?php echo 1;',
      'composer.json': '{}',
      'vendor/autoload.php': '<?php',
      'vendor/a/b.php': '<?php ldap_connect("h");',
    });
    expect(found).toEqual([]);
  });
});

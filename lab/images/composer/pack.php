<?php
// Packs Debian's composer and the libraries it loads into one phar: pack.php TARGET
[, $target] = $argv;
$phar = new Phar($target, 0, 'composer.phar');
$phar->startBuffering();
$libraries = new RecursiveIteratorIterator(
    new RecursiveDirectoryIterator('/usr/share/php', FilesystemIterator::SKIP_DOTS | FilesystemIterator::FOLLOW_SYMLINKS)
);
foreach ($libraries as $file) {
    if ($file->isFile()) {
        $phar->addFile($file->getPathname(), 'share/php' . substr($file->getPathname(), strlen('/usr/share/php')));
    }
}
$program = file_get_contents(realpath('/usr/bin/composer'));
$phar->addFromString('bin/composer', preg_replace('/^#!.*\n/', '', $program));
$phar->setStub(<<<'STUB'
#!/usr/bin/env php
<?php
Phar::mapPhar('composer.phar');
set_include_path('phar://composer.phar/share/php' . PATH_SEPARATOR . get_include_path());
require 'phar://composer.phar/bin/composer';
__HALT_COMPILER();
STUB);
$phar->stopBuffering();

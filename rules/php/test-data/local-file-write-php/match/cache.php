<?php
file_put_contents('cache/menu.html', $html);
$f = fopen($dir . '/log.txt', 'a');

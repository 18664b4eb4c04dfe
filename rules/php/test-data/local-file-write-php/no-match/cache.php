<?php
// file_put_contents('cache/menu.html', $html);
$f = fopen('data.csv', 'r');
$o = fopen('php://output', 'w');
$t = fopen($tmpfile, 'w');

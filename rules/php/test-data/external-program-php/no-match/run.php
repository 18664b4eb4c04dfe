<?php
// exec('x')
curl_exec($ch);
$pdo->exec('x');

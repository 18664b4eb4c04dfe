<?php
$link = mysql_connect('db1', 'shop', 'geheim');
$pdo = new PDO('mysql:host=localhost;dbname=shop', $u, $p);
define('DB_HOST', 'localhost');
$config['db']['host'] = 'db.acme.com';

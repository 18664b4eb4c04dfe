<?php
$db = new SQLite3('data/shop.sqlite');
$pdo = new PDO('sqlite:/data/shop.db');

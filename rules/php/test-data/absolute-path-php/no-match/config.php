<?php
// require_once('/var/www/shop/lib/db.php');
require_once(__DIR__ . '/lib/db.php');
header('Location: /home/index/start');

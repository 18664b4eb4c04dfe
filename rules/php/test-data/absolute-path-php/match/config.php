<?php
require_once('/var/www/shop/lib/db.php');
$dir = 'D:/wwwroot/shop/upload';

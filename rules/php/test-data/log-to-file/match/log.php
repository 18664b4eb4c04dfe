<?php
error_log($message, 3, '/var/log/shop/error.log');
ini_set('error_log', 'logs/php.log');

<?php
define('DB_PASSWORD', 'Wp!2012');
$db['default']['password'] = 'geheim1';

<?php
$link = mysql_connect($server);
$attributes = array('host' => 'urn:oid:0.9.2342.19200300.100.1.9');

<?php
$link = mysql_connect($host, $user, $password);
mysql_select_db('shop', $link);

<?php
// mysql_connect($host);
# mysql_query("x");
$link = mysqli_connect($host, $user, $password);
$text = 'mysql_connect is gone';

<?php
$hostname = "localhost";
$link = mysql_connect($hostname, $user, $pass);

<?php
// mysql_connect('db1', 'shop', 'geheim');
$link = mysqli_connect(getenv('DB_HOST'), getenv('DB_USER'), getenv('DB_PASSWORD'));
$host = $_SERVER['HTTP_HOST'];
$hostname = 'localhost';

<?php
// mysqli_connect($host, 'shop', 'geheim');
$link = mysqli_connect($host, 'shop', '');
$l = mysqli_connect($h, $u, $p);

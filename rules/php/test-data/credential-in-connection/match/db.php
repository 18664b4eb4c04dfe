<?php
$link = mysqli_connect($host, 'shop', 'geheim');

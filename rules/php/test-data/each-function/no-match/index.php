<?php
// each($a)
foreach ($a as $k => $v) { echo $k; }
$c->each('x');

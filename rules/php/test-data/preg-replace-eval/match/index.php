<?php
$x = preg_replace('/a(.)/e', "strtoupper('$1')", $x);

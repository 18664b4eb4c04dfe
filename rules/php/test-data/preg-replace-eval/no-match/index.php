<?php
// preg_replace('/a/e', 'b', $x)
$x = preg_replace('/the/i', 'b', $x);

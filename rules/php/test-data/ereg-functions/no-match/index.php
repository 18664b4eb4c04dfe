<?php
// ereg('x', $y)
$parts = preg_split('/,/', $list);
$o->split(',');

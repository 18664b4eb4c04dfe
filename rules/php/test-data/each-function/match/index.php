<?php
while (list($k, $v) = each($a)) { echo $k; }

<?php
// create_function('x', 'y')
usort($a, function ($x, $y) { return 0; });

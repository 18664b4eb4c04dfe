<?php
usort($a, create_function('$x,$y', 'return 0;'));

<?php
// money_format('%i', $x)
echo number_format($x);

<?php
// get_magic_quotes_gpc()
$x = addslashes($x);

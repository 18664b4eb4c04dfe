<?php
// $db =& new DB();
$db = new DB();
$a =& $newest;

<?php
// include('http://www.acme.com/menu.php');
include('menu.php');

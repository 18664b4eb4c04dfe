<?php
include('http://www.acme.com/menu.php');

<?php
$_SESSION['cart'] = array();
$_SESSION['total'] = 0;

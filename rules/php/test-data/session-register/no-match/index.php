<?php
// session_register('user');
$x = $_SESSION['user'];

<?php
// $HTTP_GET_VARS['id']
$id = $_GET['id'];

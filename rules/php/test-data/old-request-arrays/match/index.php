<?php
$id = $HTTP_GET_VARS['id'];

<?php
// error_log($message, 3, 'x.log');
error_log($message);
ini_set('error_log', 'php://stderr');

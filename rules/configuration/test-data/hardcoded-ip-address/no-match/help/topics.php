<?php
$topics = array('hosts' => 'One per line, for example:<br><b>192.168.0.2,12345:Printer</b>');

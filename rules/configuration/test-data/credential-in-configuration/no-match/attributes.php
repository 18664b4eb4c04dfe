<?php
$attributes = array(
    'mail' => 'urn:oid:0.9.2342.19200300.100.1.3',
    'userPassword' => 'urn:oid:2.5.4.35',
);

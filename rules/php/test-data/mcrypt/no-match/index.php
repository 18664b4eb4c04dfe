<?php
// mcrypt_encrypt()
$c = openssl_encrypt($text, 'aes-128-cbc', $key);

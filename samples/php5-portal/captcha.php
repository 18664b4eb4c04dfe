<?php
session_save_path('/data/www/sessions');
session_start();
$code = '';
for ($i = 0; $i < 4; $i++) $code .= chr(mt_rand(97, 122));
$_SESSION['captcha'] = $code;

$im = imagecreate(60, 22);
$bg = imagecolorallocate($im, 240, 240, 240);
$fg = imagecolorallocate($im, 60, 60, 160);
imagestring($im, 5, 10, 3, $code, $fg);
header('Content-type: image/png');
imagepng($im);
imagedestroy($im);
?>

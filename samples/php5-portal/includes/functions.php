<?php
if (!defined('IN_PORTAL')) die('Access Denied');

function daddslashes($var) {
    if (is_array($var)) {
        while (list($key, $val) = each($var)) $var[$key] = daddslashes($val);
        return $var;
    }
    return addslashes($var);
}

function is_email($email) {
    return eregi('^[_a-z0-9-]+(\.[_a-z0-9-]+)*@[a-z0-9-]+(\.[a-z0-9-]+)*$', $email);
}

// Ωÿ»°÷–Œƒ◊÷∑˚¥Æ, GBK À´◊÷Ω⁄
function cut_str($str, $len) {
    if (strlen($str) <= $len) return $str;
    $out = '';
    for ($i = 0; $i < $len; $i++) {
        if (ord($str[$i]) > 127) {
            $out .= $str[$i] . $str[++$i];
        } else {
            $out .= $str[$i];
        }
    }
    return $out . '...';
}

function ubb($text) {
    $text = htmlspecialchars($text, ENT_QUOTES, 'GB2312');
    $text = preg_replace("/\[url\](.+?)\[\/url\]/e", "make_link('\\1')", $text);
    $text = ereg_replace("\n", '<br>', $text);
    return $text;
}

function make_link($url) {
    return '<a href="' . $url . '" target="_blank">' . $url . '</a>';
}

/* “≥√Êª∫¥Ê, 10 ∑÷÷” */
function cache_read($name, $ttl = 600) {
    $file = CACHE_DIR . $name . '.htm';
    if (file_exists($file) && time() - filemtime($file) < $ttl) {
        return file_get_contents($file);
    }
    return false;
}

function cache_write($name, $html) {
    $fp = fopen(CACHE_DIR . $name . '.htm', 'w');
    if (!$fp) return false;
    flock($fp, LOCK_EX);
    fwrite($fp, $html);
    fclose($fp);
    return true;
}

function send_mail($to, $subject, $body) {
    ini_set('SMTP', SMTP_HOST);
    $headers = "From: " . WEBMASTER . "\r\nContent-Type: text/plain; charset=gbk";
    return mail($to, $subject, $body, $headers);
}

function client_ip() {
    if (getenv('HTTP_X_FORWARDED_FOR')) return getenv('HTTP_X_FORWARDED_FOR');
    return $_SERVER['REMOTE_ADDR'];
}
?>

<?php
// 公共入口, 每个页面都要 include
error_reporting(E_ALL ^ E_NOTICE);
set_magic_quotes_runtime(0);

define('IN_PORTAL', true);
require dirname(__FILE__) . '/config.inc.php';
require dirname(__FILE__) . '/db.class.php';
require dirname(__FILE__) . '/functions.php';

ini_set('display_errors', 0);
ini_set('log_errors', 1);
ini_set('error_log', LOG_FILE);

session_save_path('/data/www/sessions');
session_start();

// 兼容 register_globals=off 的服务器
if (!ini_get('register_globals')) {
    extract($_GET, EXTR_SKIP);
    extract($_POST, EXTR_SKIP);
}
if (!get_magic_quotes_gpc()) {
    $_GET = daddslashes($_GET);
    $_POST = daddslashes($_POST);
}

$db =& new DB();
$db->connect($dbhost, $dbuser, $dbpw, $dbname, $dbcharset);

header('Content-Type: text/html; charset=gbk');
?>

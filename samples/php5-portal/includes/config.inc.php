<?php
/**
 * 企业门户配置文件
 * 修改记录: 2008-05-12 数据库迁移到 192.168.1.51
 */
if (!defined('IN_PORTAL')) die('Access Denied');

$dbhost = '192.168.1.51';
$dbuser = 'portal';
$dbpw   = 'fake_portal_2008';
$dbname = 'portal';
$dbcharset = 'gbk';
$tablepre  = 'pt_';

// 网站根地址, 结尾要有 /
define('SITE_URL', 'http://192.168.1.50/');
define('SITE_ROOT', '/data/www/portal/');
define('UPLOAD_DIR', SITE_ROOT . 'uploads/');
define('CACHE_DIR', SITE_ROOT . 'cache/');
define('LOG_FILE', '/data/logs/portal/error.log');

// 内部系统接口
define('OA_URL', 'http://192.168.1.60:8080/oa/todo.jsp');
define('SMTP_HOST', '192.168.1.25');
define('WEBMASTER', 'webmaster@portal.example.com');

$admin_key = 'fake-md5-key-0001';
?>

<?php
// 每天凌晨执行: 清理 7 天前的缓存, 发送留言日报
$_SERVER['REMOTE_ADDR'] = '127.0.0.1';
chdir('/data/www/portal');
require 'includes/common.inc.php';

$dh = opendir(CACHE_DIR);
while (($file = readdir($dh)) !== false) {
    if (ereg('\.htm$', $file) && time() - filemtime(CACHE_DIR . $file) > 7 * 86400) {
        unlink(CACHE_DIR . $file);
    }
}
closedir($dh);

$since = time() - 86400;
$n = $db->count('pt_guestbook', "posttime > $since");
if ($n > 0) {
    send_mail(WEBMASTER, '留言日报', '过去 24 小时新增留言 ' . $n . ' 条');
}
$report = create_function('$n', 'return date("Y-m-d") . " guestbook=" . $n . "\n";');
error_log($report($n), 3, '/data/logs/portal/daily.log');
?>

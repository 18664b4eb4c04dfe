<?
require 'includes/common.inc.php';

$html = cache_read('index');
if (!$html) {
    ob_start();
    include 'includes/header.php';
?>
<h1>华信集团门户</h1>
<p>共有新闻 <b><?=$db->count('pt_news')?></b> 条</p>
<h2>最新消息</h2>
<ul>
<?
    $q = $db->query("SELECT id, title, posttime FROM {$tablepre}news ORDER BY id DESC LIMIT 10");
    while ($row = $db->fetch($q)) {
        echo '<li><a href="news/' . $row['id'] . '.html">' . cut_str($row['title'], 40) . '</a> ' . date('m-d', $row['posttime']) . '</li>';
    }
?>
</ul>
<?
    include 'includes/footer.php';
    $html = ob_get_contents();
    ob_end_clean();
    cache_write('index', $html);
}
echo $html;

// 待办事项从 OA 取, 不缓存
if ($_SESSION['username']) {
    $todo = @file_get_contents(OA_URL . '?user=' . urlencode($_SESSION['username']));
    list($count, $latest) = split('\|', $todo);
    echo "<script>document.title='(" . intval($count) . ") '+document.title;</script>";
}
?>

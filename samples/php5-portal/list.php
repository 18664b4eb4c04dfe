<?
require 'includes/common.inc.php';
$cid = intval($cid);
$page = max(1, intval($page));
$start = ($page - 1) * 20;
$title = $cid == 2 ? '通知公告' : '公司新闻';
include 'includes/header.php';
?>
<h1><?=$title?></h1>
<ul>
<?
$q = $db->query("SELECT id, title FROM {$tablepre}news WHERE cid=$cid ORDER BY id DESC LIMIT $start, 20");
while ($row = $db->fetch($q)) {
?>
<li><a href="<?=SITE_URL?>news/<?=$row['id']?>.html"><?=$row['title']?></a></li>
<? } ?>
</ul>
<? include 'includes/footer.php'; ?>

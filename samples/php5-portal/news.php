<?
require 'includes/common.inc.php';

// $id 由 URL 传入
$row = $db->one("SELECT * FROM {$tablepre}news WHERE id='$id'");
if (!$row) {
    header('Location: http://192.168.1.50/index.php');
    exit;
}
$db->query("UPDATE {$tablepre}news SET hits=hits+1 WHERE id='$id'");
$title = $row['title'];
include 'includes/header.php';
?>
<h1><?=$row['title']?></h1>
<p>发布: <?=date('Y-m-d H:i', $row['posttime'])?> 点击: <?=$row['hits']?></p>
<div><?=ubb($row['content'])?></div>
<? if ($row['attach']) { ?>
<p>附件: <a href="<?=SITE_URL?>uploads/<?=$row['attach']?>"><?=$row['attach']?></a></p>
<? } ?>
<? include 'includes/footer.php'; ?>

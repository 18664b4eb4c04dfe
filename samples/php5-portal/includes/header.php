<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=gbk">
<title><?=$title ? $title . ' - ' : ''?>华信集团门户</title>
<link rel="stylesheet" type="text/css" href="<?=SITE_URL?>css/style.css">
</head>
<body>
<div id="nav">
<a href="<?=SITE_URL?>">首页</a> | <a href="<?=SITE_URL?>list/1.html">公司新闻</a> | <a href="<?=SITE_URL?>list/2.html">通知公告</a> | <a href="<?=SITE_URL?>guestbook.php">员工留言</a>
<? if ($_SESSION['admin']) { ?> | <a href="<?=SITE_URL?>admin/">后台管理</a><? } ?>
</div>

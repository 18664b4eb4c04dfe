<?
require '../includes/common.inc.php';
if (!$_SESSION['admin']) {
    header('Location: login.php');
    exit;
}

if ($action == 'post') {
    $attach = '';
    if ($_FILES['attach']['name']) {
        $ext = strtolower(array_pop(split('\.', $_FILES['attach']['name'])));
        if (!ereg('^(doc|xls|pdf|jpg|gif|zip)$', $ext)) die('不允许的附件类型');
        $attach = date('YmdHis') . '.' . $ext;
        if (!move_uploaded_file($_FILES['attach']['tmp_name'], UPLOAD_DIR . $attach)) die('上传失败');
    }
    $db->query("INSERT INTO {$tablepre}news (cid, title, content, attach, posttime)
                VALUES ('$cid', '$title', '$content', '$attach', " . time() . ")");
    @unlink(CACHE_DIR . 'index.htm');
    header('Location: index.php');
    exit;
}
$title = '后台管理';
include '../includes/header.php';
?>
<h1>发布新闻</h1>
<form method="post" enctype="multipart/form-data">
<input type="hidden" name="action" value="post">
栏目 <select name="cid"><option value="1">公司新闻</option><option value="2">通知公告</option></select><br>
标题 <input name="title" size="60"><br>
<textarea name="content" rows="15" cols="80"></textarea><br>
附件 <input type="file" name="attach"> <input type="submit" value="发布">
</form>
<? include '../includes/footer.php'; ?>

<?
require 'includes/common.inc.php';

if ($HTTP_POST_VARS['submit'] || $_POST['submit']) {
    if (strtolower($_POST['code']) != $_SESSION['captcha']) die('验证码错误');
    if (!is_email($_POST['email'])) die('邮件地址格式不正确');
    $name = mysql_escape_string($_POST['name']);
    $content = mysql_escape_string($_POST['content']);
    $db->query("INSERT INTO {$tablepre}guestbook (name, email, content, ip, posttime)
                VALUES ('$name', '$_POST[email]', '$content', '" . client_ip() . "', " . time() . ")");
    send_mail(WEBMASTER, '门户有新留言', $_POST['content']);
    header('Location: guestbook.php');
    exit;
}
$title = '员工留言';
include 'includes/header.php';
?>
<h1>员工留言</h1>
<?
$q = $db->query("SELECT * FROM {$tablepre}guestbook ORDER BY id DESC LIMIT 50");
while ($row = $db->fetch($q)) {
    echo '<p><b>' . htmlspecialchars($row['name'], ENT_QUOTES, 'GB2312') . '</b>: ' . ubb($row['content']) . '</p>';
}
?>
<form method="post" action="guestbook.php">
姓名 <input name="name"> 邮箱 <input name="email"><br>
<textarea name="content" rows="5" cols="60"></textarea><br>
验证码 <input name="code" size="4"> <img src="captcha.php"><br>
<input type="submit" name="submit" value="提交">
</form>
<? include 'includes/footer.php'; ?>

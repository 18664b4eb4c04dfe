<?
require '../includes/common.inc.php';

if ($username && $password) {
    $pw = md5($password . $admin_key);
    $row = $db->one("SELECT * FROM {$tablepre}admin WHERE username='$username' AND password='$pw'");
    if ($row) {
        $admin = $row['username'];
        session_register('admin');
        $_SESSION['username'] = $row['username'];
        header('Location: index.php');
        exit;
    }
    $error = '用户名或密码错误';
}
include '../includes/header.php';
?>
<h1>后台登录</h1>
<p><?=$error?></p>
<form method="post">
用户名 <input name="username"> 密码 <input name="password" type="password"> <input type="submit" value="登录">
</form>
<? include '../includes/footer.php'; ?>

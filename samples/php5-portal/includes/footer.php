<div id="footer">华信集团信息中心 版权所有 &copy; 2006-2009 &nbsp; 技术支持 分机 6012<br>
今天是 <?=date('Y年m月d日')?>, 共执行 <?=$db->querynum?> 次查询</div>
</body>
</html>

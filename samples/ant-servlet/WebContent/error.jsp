<%@ page contentType="text/html; charset=GBK" pageEncoding="GBK" isErrorPage="true" %>
<html>
<head><title>出错了</title></head>
<body><p>系统出错，请与信息中心联系（分机 6012）。</p></body>
</html>

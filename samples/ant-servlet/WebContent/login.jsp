<%@ page contentType="text/html; charset=GBK" pageEncoding="GBK" %>
<html>
<head>
<title>固定资产管理系统</title>
<link rel="stylesheet" type="text/css" href="<%= request.getContextPath() %>/css/main.css">
</head>
<body>
<h1>固定资产管理系统</h1>
<% if (application.getAttribute("assetCount") != null) { %>
<p>当前登记资产 <b><%= application.getAttribute("assetCount") %></b> 项</p>
<% } %>
<% if (request.getAttribute("error") != null) { %>
<p class="error"><%= request.getAttribute("error") %></p>
<% } %>
<form action="login.do" method="post">
用户名 <input name="username"> 密码 <input type="password" name="password"> <input type="submit" value="登录">
</form>
</body>
</html>

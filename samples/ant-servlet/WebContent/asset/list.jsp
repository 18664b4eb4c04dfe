<%@ page contentType="text/html; charset=GBK" pageEncoding="GBK" import="java.util.*,cn.com.huaxin.asset.model.*" %>
<%
    LoginUser user = (LoginUser) session.getAttribute("user");
    List assets = (List) request.getAttribute("assets");
%>
<html>
<head>
<title>资产列表</title>
<link rel="stylesheet" type="text/css" href="<%= request.getContextPath() %>/css/main.css">
</head>
<body>
<p><%= user.getLoginName() %>（<%= user.getDept() %>）　<a href="export.do">导出</a></p>
<table border="1">
<tr><th>编号</th><th>名称</th><th>原值</th><th>购置日期</th></tr>
<% for (Iterator it = assets.iterator(); it.hasNext();) {
       Asset a = (Asset) it.next(); %>
<tr><td><%= a.getAssetNo() %></td><td><%= a.getName() %></td><td><%= a.getPrice() %></td><td><%= a.getBuyDate() %></td></tr>
<% } %>
</table>
<form action="asset.do" method="post">
名称 <input name="name"> 原值 <input name="price"> <input type="submit" value="登记">
</form>
<form action="upload.do" method="post" enctype="multipart/form-data">
照片 <input type="file" name="photo"> <input type="submit" value="上传">
</form>
</body>
</html>

<%@ page import="java.sql.*" %>
<%
  Connection c = DriverManager.getConnection("jdbc:mysql://192.168.1.5/report");
%>

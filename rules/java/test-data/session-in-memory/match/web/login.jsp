<%-- session.setAttribute("x", 1) --%>
<% session.setAttribute("user", user); %>

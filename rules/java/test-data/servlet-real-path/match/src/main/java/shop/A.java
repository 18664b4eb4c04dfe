package shop;
class A extends javax.servlet.http.HttpServlet {
    String dir() { return getServletContext().getRealPath("/upload"); }
}

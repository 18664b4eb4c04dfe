package shop;
import javax.servlet.http.*;
class OrderServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        // request.getSession().setAttribute("user", "x");
        request.setAttribute("title", "x");
        Object user = request.getSession().getAttribute("user");
    }
}

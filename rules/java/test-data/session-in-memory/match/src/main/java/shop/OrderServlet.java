package shop;
import javax.servlet.http.*;
class OrderServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        session.setAttribute("cart", new Cart());
        request.getSession().setAttribute("user", "x");
        request.setAttribute("title", "x");
    }
}

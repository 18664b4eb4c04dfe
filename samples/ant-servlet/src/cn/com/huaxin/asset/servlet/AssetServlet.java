package cn.com.huaxin.asset.servlet;

import java.io.IOException;
import java.sql.SQLException;

import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;

import cn.com.huaxin.asset.db.AssetDao;
import cn.com.huaxin.asset.model.Asset;
import cn.com.huaxin.asset.model.LoginUser;
import cn.com.huaxin.asset.util.SerialNo;

/** 资产查询和登记 */
public class AssetServlet extends HttpServlet {

    private final AssetDao dao = new AssetDao();

    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        LoginUser user = currentUser(request);
        if (user == null) {
            response.sendRedirect(request.getContextPath() + "/login.jsp");
            return;
        }
        try {
            request.setAttribute("assets", dao.findByDept(user.getDept()));
        } catch (SQLException e) {
            throw new ServletException(e);
        }
        request.getRequestDispatcher("/asset/list.jsp").forward(request, response);
    }

    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        LoginUser user = currentUser(request);
        if (user == null) {
            response.sendRedirect(request.getContextPath() + "/login.jsp");
            return;
        }
        Asset a = new Asset();
        a.setAssetNo(SerialNo.next());
        a.setName(request.getParameter("name"));
        a.setDept(user.getDept());
        a.setPrice(Double.parseDouble(request.getParameter("price")));
        try {
            dao.insert(a);
        } catch (SQLException e) {
            throw new ServletException(e);
        }
        response.sendRedirect(request.getContextPath() + "/asset.do");
    }

    private LoginUser currentUser(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (LoginUser) session.getAttribute("user");
    }
}

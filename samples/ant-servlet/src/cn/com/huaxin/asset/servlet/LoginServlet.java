package cn.com.huaxin.asset.servlet;

import java.io.IOException;
import java.sql.SQLException;

import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.apache.log4j.Logger;

import cn.com.huaxin.asset.db.AssetDao;
import cn.com.huaxin.asset.model.LoginUser;

public class LoginServlet extends HttpServlet {

    private static final Logger log = Logger.getLogger(LoginServlet.class);

    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String name = request.getParameter("username");
        try {
            LoginUser user = new AssetDao().login(name, request.getParameter("password"));
            if (user == null) {
                request.setAttribute("error", "用户名或密码不正确");
                request.getRequestDispatcher("/login.jsp").forward(request, response);
                return;
            }
            request.getSession().setAttribute("user", user);
            response.sendRedirect(request.getContextPath() + "/asset.do");
        } catch (SQLException e) {
            log.error("登录出错 " + name, e);
            throw new ServletException(e);
        }
    }
}

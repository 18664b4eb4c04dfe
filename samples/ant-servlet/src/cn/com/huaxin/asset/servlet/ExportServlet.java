package cn.com.huaxin.asset.servlet;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URL;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;

import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import cn.com.huaxin.asset.db.AssetDao;
import cn.com.huaxin.asset.model.Asset;
import cn.com.huaxin.asset.model.LoginUser;

/** 导出本部门资产，并通知财务系统来取 */
public class ExportServlet extends HttpServlet {

    private static final String FINANCE_URL = "http://192.168.0.20:7001/finance/assetNotify";

    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        LoginUser user = (LoginUser) request.getSession().getAttribute("user");
        if (user == null) {
            response.sendRedirect(request.getContextPath() + "/login.jsp");
            return;
        }
        File dir = new File("export");
        dir.mkdirs();
        File file = new File(dir, "asset.csv");
        PrintWriter out = new PrintWriter(new OutputStreamWriter(new FileOutputStream(file), "GBK"));
        try {
            List assets = new AssetDao().findByDept(user.getDept());
            for (Iterator it = assets.iterator(); it.hasNext();) {
                Asset a = (Asset) it.next();
                out.println(a.getAssetNo() + "," + a.getName() + "," + a.getPrice());
            }
        } catch (SQLException e) {
            throw new ServletException(e);
        } finally {
            out.close();
        }
        response.setContentType("text/plain; charset=GBK");
        response.getWriter().println(notifyFinance() ? "已导出并通知财务" : "已导出，财务系统无响应");
    }

    private boolean notifyFinance() {
        try {
            HttpURLConnection conn = (HttpURLConnection) new URL(FINANCE_URL).openConnection();
            return conn.getResponseCode() == 200;
        } catch (IOException e) {
            log("通知财务失败", e);
            return false;
        }
    }
}

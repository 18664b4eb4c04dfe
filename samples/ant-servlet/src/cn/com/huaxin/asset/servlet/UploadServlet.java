package cn.com.huaxin.asset.servlet;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;

import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.apache.commons.fileupload.FileItem;
import org.apache.commons.fileupload.disk.DiskFileItemFactory;
import org.apache.commons.fileupload.servlet.ServletFileUpload;

/** 上传资产照片，保存到 Web 目录的 upload 下，可以直接用 URL 访问 */
public class UploadServlet extends HttpServlet {

    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getSession().getAttribute("user") == null) {
            response.sendRedirect(request.getContextPath() + "/login.jsp");
            return;
        }
        String dir = getServletContext().getRealPath("/upload");
        new File(dir).mkdirs();
        ServletFileUpload upload = new ServletFileUpload(new DiskFileItemFactory(4096, new File("/tmp")));
        upload.setSizeMax(5 * 1024 * 1024);
        response.setContentType("text/plain; charset=GBK");
        PrintWriter out = response.getWriter();
        try {
            List items = upload.parseRequest(request);
            for (Iterator it = items.iterator(); it.hasNext();) {
                FileItem item = (FileItem) it.next();
                if (!item.isFormField()) {
                    String name = new File(item.getName().replace('\\', '/')).getName();
                    item.write(new File(dir, name));
                    out.println("upload/" + name);
                }
            }
        } catch (Exception e) {
            throw new ServletException("上传失败", e);
        }
    }
}

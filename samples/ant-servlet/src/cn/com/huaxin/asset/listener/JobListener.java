package cn.com.huaxin.asset.listener;

import java.util.Timer;
import java.util.TimerTask;

import javax.servlet.ServletContext;
import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;

import org.apache.log4j.Logger;

import cn.com.huaxin.asset.db.DBHelper;
import cn.com.huaxin.asset.util.Config;
import cn.com.huaxin.asset.util.MailUtil;

/** 启动定时任务：每天统计一次资产数量，发邮件给管理员 */
public class JobListener implements ServletContextListener {

    private static final Logger log = Logger.getLogger(JobListener.class);

    private Timer timer;

    public void contextInitialized(ServletContextEvent event) {
        final ServletContext context = event.getServletContext();
        timer = new Timer(true);
        timer.schedule(new TimerTask() {
            public void run() {
                try {
                    int n = DBHelper.queryInt("SELECT COUNT(*) FROM T_ASSET");
                    context.setAttribute("assetCount", new Integer(n));
                    MailUtil.send(Config.get("admin.mail"), "资产日报", "当前登记资产 " + n + " 项");
                    Runtime.getRuntime().exec("/opt/asset/bin/backup.sh");
                } catch (Exception e) {
                    log.error("定时任务出错", e);
                }
            }
        }, 5000L, 24 * 3600 * 1000L);
        log.info("定时任务已启动");
    }

    public void contextDestroyed(ServletContextEvent event) {
        timer.cancel();
    }
}

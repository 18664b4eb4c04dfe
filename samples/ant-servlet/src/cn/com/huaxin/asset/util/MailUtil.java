package cn.com.huaxin.asset.util;

import javax.mail.Message;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import javax.naming.Context;
import javax.naming.InitialContext;

import org.apache.log4j.Logger;

public class MailUtil {

    private static final Logger log = Logger.getLogger(MailUtil.class);

    /** 发邮件，失败只记日志 */
    public static void send(String to, String subject, String text) {
        try {
            Context env = (Context) new InitialContext().lookup("java:comp/env");
            Session session = (Session) env.lookup("mail/Session");
            MimeMessage msg = new MimeMessage(session);
            msg.setFrom(new InternetAddress("asset@huaxin.example"));
            msg.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            msg.setSubject(subject, "GBK");
            msg.setText(text, "GBK");
            Transport.send(msg);
        } catch (Exception e) {
            log.error("邮件发送失败: " + to, e);
        }
    }
}

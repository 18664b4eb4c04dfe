package com.hengda.order.web.service;

import com.hengda.order.dao.entity.Order;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.io.File;
import java.io.FileWriter;
import java.io.IOException;
import java.text.SimpleDateFormat;
import java.util.Date;

/** 审计部门要求单独落盘，每天一个文件，月底人工拷走。 */
@Component
public class AuditLog {

    private static final Logger log = LoggerFactory.getLogger(AuditLog.class);
    private static final String AUDIT_DIR = "/data/order/audit";

    public synchronized void write(Order order) {
        File dir = new File(AUDIT_DIR);
        if (!dir.exists() && !dir.mkdirs()) {
            throw new IllegalStateException("cannot create " + AUDIT_DIR);
        }
        String day = new SimpleDateFormat("yyyyMMdd").format(new Date());
        try (FileWriter out = new FileWriter(AUDIT_DIR + "/audit-" + day + ".log", true)) {
            out.write(order.getOrderNo() + "|" + order.getCustomer() + "|" + order.getAmount() + "\n");
        } catch (IOException e) {
            log.error("write audit failed, orderNo={}", order.getOrderNo(), e);
        }
    }
}

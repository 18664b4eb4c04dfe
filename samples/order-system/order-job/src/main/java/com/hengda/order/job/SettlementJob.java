package com.hengda.order.job;

import com.hengda.order.dao.entity.Order;
import com.hengda.order.dao.mapper.OrderMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

import java.io.BufferedWriter;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.text.SimpleDateFormat;
import java.util.Calendar;
import java.util.Date;
import java.util.List;

/** 每日对账：凌晨 1 点导出前一天的订单给财务（财务系统只认 GBK 的 csv）。 */
@Component
public class SettlementJob {

    private static final Logger log = LoggerFactory.getLogger(SettlementJob.class);

    private final OrderMapper orderMapper;
    private final RestTemplate rest = new RestTemplate();

    @Value("${settle.export-dir}")
    private String exportDir;

    @Value("${settle.order-web-url}")
    private String orderWebUrl;

    public SettlementJob(OrderMapper orderMapper) {
        this.orderMapper = orderMapper;
    }

    @Scheduled(cron = "${settle.cron:0 0 1 * * ?}")
    public void export() throws IOException {
        Calendar calendar = Calendar.getInstance();
        calendar.set(Calendar.HOUR_OF_DAY, 0);
        calendar.set(Calendar.MINUTE, 0);
        calendar.set(Calendar.SECOND, 0);
        Date today = calendar.getTime();
        calendar.add(Calendar.DATE, -1);
        List<Order> orders = orderMapper.findBetween(calendar.getTime(), today);

        File dir = new File(exportDir);
        if (!dir.exists() && !dir.mkdirs()) {
            throw new IOException("cannot create " + dir);
        }
        File csv = new File(dir, "settle-" + new SimpleDateFormat("yyyyMMdd").format(calendar.getTime()) + ".csv");
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(new FileOutputStream(csv), "GBK"))) {
            out.write("订单号,客户,金额,状态");
            out.newLine();
            for (Order order : orders) {
                out.write(order.getOrderNo() + "," + order.getCustomer() + "," + order.getAmount() + "," + order.getStatus());
                out.newLine();
            }
        }
        log.info("对账文件 {} 共 {} 笔", csv, orders.size());
    }

    /** 每 10 分钟核对一次订单总数，和前台对不上就告警 */
    @Scheduled(fixedDelay = 600000, initialDelay = 60000)
    public void compareWithWeb() {
        try {
            String body = rest.getForObject(orderWebUrl + "/api/orders/count", String.class);
            log.info("order-web={} db={}", body, orderMapper.count());
        } catch (RestClientException e) {
            log.warn("order-web 无法访问：{}", e.getMessage());
        }
    }
}

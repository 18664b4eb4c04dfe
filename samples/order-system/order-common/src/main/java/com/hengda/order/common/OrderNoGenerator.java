package com.hengda.order.common;

import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * 订单号生成：yyyyMMddHHmmss + 节点号 + 4 位流水。
 * 节点号由运维在 /etc/profile 里配置（export ORDER_NODE_ID=01），两台机器不能重复！
 */
public final class OrderNoGenerator {

    private static final AtomicInteger SEQ = new AtomicInteger();

    private OrderNoGenerator() {
    }

    public static String next() {
        return next(new Date(), nodeId());
    }

    static String next(Date now, String node) {
        int n = SEQ.incrementAndGet() % 10000;
        return new SimpleDateFormat("yyyyMMddHHmmss").format(now) + node + String.format("%04d", n);
    }

    private static String nodeId() {
        String node = System.getenv("ORDER_NODE_ID");
        return node == null || node.trim().isEmpty() ? "01" : node.trim();
    }
}

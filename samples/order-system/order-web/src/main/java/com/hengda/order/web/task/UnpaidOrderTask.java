package com.hengda.order.web.task;

import com.hengda.order.dao.mapper.OrderMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.util.Date;

/** 未付款订单 30 分钟自动取消。注意：两台机器都会跑，SQL 是幂等的所以没出过问题。 */
@Component
public class UnpaidOrderTask {

    private static final Logger log = LoggerFactory.getLogger(UnpaidOrderTask.class);
    private static final long TIMEOUT_MS = 30 * 60 * 1000L;

    private final OrderMapper orderMapper;

    public UnpaidOrderTask(OrderMapper orderMapper) {
        this.orderMapper = orderMapper;
    }

    @Scheduled(cron = "0 */5 * * * ?")
    public void cancelTimeout() {
        int rows = orderMapper.cancelUnpaidBefore(new Date(System.currentTimeMillis() - TIMEOUT_MS));
        log.info("自动取消未付款订单 {} 笔", rows);
    }
}

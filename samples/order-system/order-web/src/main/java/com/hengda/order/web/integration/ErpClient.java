package com.hengda.order.web.integration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** 与 ERP 的接口，对方联系人：信息中心 老周，分机 8023。 */
@Component
public class ErpClient {

    private static final Logger log = LoggerFactory.getLogger(ErpClient.class);

    // TODO 放到配置文件里
    private static final String ERP_URL = "http://10.8.2.31:8090/erp/services/orderSync";

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final RestTemplate rest;

    public ErpClient() {
        SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
        factory.setConnectTimeout(2000);
        factory.setReadTimeout(5000);
        this.rest = new RestTemplate(factory);
    }

    public void notifyAsync(String orderNo) {
        pool.submit(() -> {
            try {
                rest.postForObject(ERP_URL + "?orderNo=" + orderNo, null, String.class);
            } catch (RestClientException e) {
                log.warn("通知 ERP 失败，订单号 {}：{}", orderNo, e.getMessage());
            }
        });
    }
}

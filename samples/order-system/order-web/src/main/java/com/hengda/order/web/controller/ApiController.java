package com.hengda.order.web.controller;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.hengda.order.dao.entity.Order;
import com.hengda.order.dao.entity.Product;
import com.hengda.order.dao.mapper.OrderMapper;
import com.hengda.order.web.service.OrderService;
import com.hengda.order.web.service.ProductCache;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 给手机端和对账程序用的接口。 */
@RestController
@RequestMapping("/api")
public class ApiController {

    private final ProductCache productCache;
    private final OrderService orderService;
    private final OrderMapper orderMapper;

    public ApiController(ProductCache productCache, OrderService orderService, OrderMapper orderMapper) {
        this.productCache = productCache;
        this.orderService = orderService;
        this.orderMapper = orderMapper;
    }

    @GetMapping("/products")
    public List<Product> products() throws JsonProcessingException {
        return productCache.list();
    }

    @PostMapping("/orders")
    public Map<String, Object> place(@RequestParam String customer, @RequestParam Long productId,
                                     @RequestParam(defaultValue = "1") int quantity) {
        Order order = orderService.place(customer, Collections.singletonMap(productId, quantity));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("orderNo", order.getOrderNo());
        result.put("amount", order.getAmount());
        return result;
    }

    @GetMapping("/orders/count")
    public Map<String, Integer> count() {
        return Collections.singletonMap("count", orderMapper.count());
    }
}

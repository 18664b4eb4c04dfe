package com.hengda.order.web.service;

import com.hengda.order.common.OrderNoGenerator;
import com.hengda.order.dao.entity.Order;
import com.hengda.order.dao.entity.Product;
import com.hengda.order.dao.mapper.OrderMapper;
import com.hengda.order.dao.mapper.ProductMapper;
import com.hengda.order.web.integration.ErpClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.math.BigDecimal;
import java.util.Map;

@Service
public class OrderService {

    private final OrderMapper orderMapper;
    private final ProductMapper productMapper;
    private final ProductCache productCache;
    private final AuditLog auditLog;
    private final ErpClient erpClient;

    public OrderService(OrderMapper orderMapper, ProductMapper productMapper, ProductCache productCache,
                        AuditLog auditLog, ErpClient erpClient) {
        this.orderMapper = orderMapper;
        this.productMapper = productMapper;
        this.productCache = productCache;
        this.auditLog = auditLog;
        this.erpClient = erpClient;
    }

    /** 下单：写订单、扣库存、记审计、通知 ERP。 */
    @Transactional(rollbackFor = Exception.class)
    public Order place(String customer, Map<Long, Integer> items) {
        if (items == null || items.isEmpty()) {
            throw new IllegalArgumentException("购物车是空的");
        }
        Order order = new Order();
        order.setOrderNo(OrderNoGenerator.next());
        order.setCustomer(customer);
        order.setAmount(total(items));
        orderMapper.insert(order);
        for (Map.Entry<Long, Integer> item : items.entrySet()) {
            if (productMapper.decreaseStock(item.getKey(), item.getValue()) == 0) {
                throw new IllegalStateException("库存不足，商品编号 " + item.getKey());
            }
            orderMapper.insertItem(order.getId(), item.getKey(), item.getValue());
        }
        productCache.evict();
        auditLog.write(order);
        erpClient.notifyAsync(order.getOrderNo());
        return order;
    }

    private BigDecimal total(Map<Long, Integer> items) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Long, Integer> item : items.entrySet()) {
            Product product = productMapper.findById(item.getKey());
            if (product == null) {
                throw new IllegalArgumentException("商品不存在：" + item.getKey());
            }
            sum = sum.add(product.getPrice().multiply(BigDecimal.valueOf(item.getValue())));
        }
        return sum;
    }
}

package com.hengda.order.dao.entity;

import java.math.BigDecimal;
import java.util.Date;

public class Order {

    /** 0 待付款 1 已付款 2 已发货 9 已取消 */
    public static final int STATUS_UNPAID = 0;
    public static final int STATUS_CANCELLED = 9;

    private Long id;
    private String orderNo;
    private String customer;
    private BigDecimal amount;
    private Integer status = STATUS_UNPAID;
    private Date createTime;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getOrderNo() {
        return orderNo;
    }

    public void setOrderNo(String orderNo) {
        this.orderNo = orderNo;
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }

    public Integer getStatus() {
        return status;
    }

    public void setStatus(Integer status) {
        this.status = status;
    }

    public Date getCreateTime() {
        return createTime;
    }

    public void setCreateTime(Date createTime) {
        this.createTime = createTime;
    }
}

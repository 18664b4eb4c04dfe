package com.hengda.order.dao.mapper;

import com.hengda.order.dao.entity.Order;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

import java.util.Date;
import java.util.List;

@Mapper
public interface OrderMapper {

    int insert(Order order);

    int insertItem(@Param("orderId") Long orderId, @Param("productId") Long productId, @Param("quantity") int quantity);

    List<Order> findRecent(@Param("limit") int limit);

    List<Order> findBetween(@Param("from") Date from, @Param("to") Date to);

    int count();

    int cancelUnpaidBefore(@Param("deadline") Date deadline);

    int insertAttachment(@Param("orderNo") String orderNo, @Param("fileName") String fileName,
                         @Param("path") String path);
}

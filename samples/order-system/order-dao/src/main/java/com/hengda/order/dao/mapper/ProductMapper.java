package com.hengda.order.dao.mapper;

import com.hengda.order.dao.entity.Product;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

import java.util.List;

@Mapper
public interface ProductMapper {

    List<Product> findAll();

    Product findById(@Param("id") Long id);

    int count();

    /** 扣库存，库存不足返回 0 */
    int decreaseStock(@Param("id") Long id, @Param("quantity") int quantity);
}

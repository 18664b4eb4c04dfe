package com.hengda.order.web.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hengda.order.dao.entity.Product;
import com.hengda.order.dao.mapper.ProductMapper;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Service;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** 商品列表缓存，5 分钟过期；下单扣库存后主动清除。 */
@Service
public class ProductCache {

    private static final String KEY_LIST = "order:product:list";
    private static final String KEY_VISITS = "order:visits";

    private final ProductMapper productMapper;
    private final StringRedisTemplate redis;
    private final ObjectMapper json;

    public ProductCache(ProductMapper productMapper, StringRedisTemplate redis, ObjectMapper json) {
        this.productMapper = productMapper;
        this.redis = redis;
        this.json = json;
    }

    public List<Product> list() throws JsonProcessingException {
        String cached = redis.opsForValue().get(KEY_LIST);
        if (cached != null) {
            return json.readValue(cached, new TypeReference<List<Product>>() {
            });
        }
        List<Product> products = productMapper.findAll();
        redis.opsForValue().set(KEY_LIST, json.writeValueAsString(products), 5, TimeUnit.MINUTES);
        return products;
    }

    public void evict() {
        redis.delete(KEY_LIST);
    }

    public Long countVisit() {
        return redis.opsForValue().increment(KEY_VISITS);
    }
}

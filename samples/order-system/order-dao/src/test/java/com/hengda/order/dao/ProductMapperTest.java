package com.hengda.order.dao;

import com.hengda.order.dao.mapper.ProductMapper;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ProductMapperTest {

    @Test
    void decreasesStockOnlyWhenEnoughIsLeft() throws Exception {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:order;MODE=MySQL;INIT=RUNSCRIPT FROM 'classpath:h2-schema.sql'");
        Configuration configuration = new Configuration(new Environment("test", new JdbcTransactionFactory(), dataSource));
        String xml = "mapper/ProductMapper.xml";
        new XMLMapperBuilder(Resources.getResourceAsStream(xml), configuration, xml, configuration.getSqlFragments()).parse();

        try (SqlSession session = new SqlSessionFactoryBuilder().build(configuration).openSession(true)) {
            ProductMapper mapper = session.getMapper(ProductMapper.class);
            assertEquals(1, mapper.count());
            assertEquals(1, mapper.decreaseStock(1L, 2));
            assertEquals(0, mapper.decreaseStock(1L, 2));
        }
    }
}

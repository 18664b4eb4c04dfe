CREATE TABLE t_product (
  id BIGINT AUTO_INCREMENT PRIMARY KEY, code VARCHAR(32), name VARCHAR(100),
  price DECIMAL(10, 2), stock INT, on_sale TINYINT
);
INSERT INTO t_product (code, name, price, stock, on_sale) VALUES ('T-1', '测试商品', 9.90, 3, 1);
INSERT INTO t_product (code, name, price, stock, on_sale) VALUES ('T-2', '已下架', 1.00, 3, 0);

-- 恒达订单管理系统 建库脚本 (MySQL 5.7)
-- 执行顺序：schema.sql -> init_data.sql
CREATE DATABASE IF NOT EXISTS order_db DEFAULT CHARACTER SET utf8mb4;
USE order_db;

CREATE TABLE IF NOT EXISTS t_user (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  login_name  VARCHAR(50)  NOT NULL COMMENT '登录名',
  real_name   VARCHAR(50)  NOT NULL COMMENT '姓名',
  password    CHAR(32)     NOT NULL COMMENT 'MD5',
  enabled     TINYINT      NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  UNIQUE KEY uk_login_name (login_name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='用户';

CREATE TABLE IF NOT EXISTS t_product (
  id       BIGINT         NOT NULL AUTO_INCREMENT,
  code     VARCHAR(32)    NOT NULL COMMENT '编码',
  name     VARCHAR(100)   NOT NULL COMMENT '名称',
  price    DECIMAL(10, 2) NOT NULL COMMENT '单价',
  stock    INT            NOT NULL DEFAULT 0 COMMENT '库存',
  on_sale  TINYINT        NOT NULL DEFAULT 1 COMMENT '是否在售',
  PRIMARY KEY (id),
  UNIQUE KEY uk_code (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='商品';

CREATE TABLE IF NOT EXISTS t_order (
  id           BIGINT         NOT NULL AUTO_INCREMENT,
  order_no     VARCHAR(32)    NOT NULL COMMENT '订单号',
  customer     VARCHAR(100)   NOT NULL COMMENT '客户',
  amount       DECIMAL(12, 2) NOT NULL COMMENT '金额',
  status       INT            NOT NULL DEFAULT 0 COMMENT '0待付款 1已付款 2已发货 9已取消',
  create_time  DATETIME       NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_order_no (order_no),
  KEY idx_status_time (status, create_time)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='订单';

CREATE TABLE IF NOT EXISTS t_order_item (
  id          BIGINT NOT NULL AUTO_INCREMENT,
  order_id    BIGINT NOT NULL,
  product_id  BIGINT NOT NULL,
  quantity    INT    NOT NULL,
  PRIMARY KEY (id),
  KEY idx_order (order_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='订单明细';

CREATE TABLE IF NOT EXISTS t_attachment (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  order_no     VARCHAR(32)  NOT NULL,
  file_name    VARCHAR(200) NOT NULL,
  path         VARCHAR(300) NOT NULL COMMENT '服务器上的绝对路径',
  create_time  DATETIME     NOT NULL,
  PRIMARY KEY (id),
  KEY idx_order_no (order_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='附件';

-- 初始数据。管理员初始密码上线后必须修改
USE order_db;
SET NAMES utf8mb4;

INSERT INTO t_user (login_name, real_name, password) VALUES
  ('admin', '系统管理员', MD5('fake-admin-888')),
  ('zhangwei', '张伟', MD5('fake-123456'));

INSERT INTO t_product (code, name, price, stock, on_sale) VALUES
  ('HD-1001', 'A4 复印纸 70g（500 张）', 22.50, 1000, 1),
  ('HD-1002', '黑色中性笔 0.5mm（12 支）', 18.00, 800, 1),
  ('HD-1003', '硒鼓 388A', 120.00, 60, 1),
  ('HD-1004', '六类网线 305 米', 465.00, 35, 1),
  ('HD-1005', '机架式交换机 24 口', 1680.00, 12, 1),
  ('HD-0901', '3.5 寸软盘（已停产）', 5.00, 0, 0);

INSERT INTO t_user VALUES
  (1, 'admin', MD5('first-one'));
CREATE USER 'app'@'%' IDENTIFIED BY 'second-one';

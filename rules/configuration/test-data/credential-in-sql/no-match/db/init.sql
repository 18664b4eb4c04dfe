-- IDENTIFIED BY 'x' is only said here
CREATE TABLE t (password VARCHAR(64), h CHAR(32));
SELECT MD5(password) FROM t;
INSERT INTO t VALUES ('password', 'md5');

<?php
if (!defined('IN_PORTAL')) die('Access Denied');

class DB {
    var $link;
    var $querynum = 0;

    function connect($host, $user, $pw, $name, $charset) {
        $this->link = @mysql_connect($host, $user, $pw);
        if (!$this->link) $this->halt('无法连接数据库服务器');
        mysql_query("SET NAMES '$charset'", $this->link);
        if (!mysql_select_db($name, $this->link)) $this->halt('无法打开数据库 ' . $name);
    }

    function query($sql) {
        $result = mysql_query($sql, $this->link);
        if (!$result) $this->halt('SQL 错误: ' . mysql_error($this->link) . ' [' . $sql . ']');
        $this->querynum++;
        return $result;
    }

    function fetch($result) {
        return mysql_fetch_array($result, MYSQL_ASSOC);
    }

    function one($sql) {
        $result = $this->query($sql);
        $row = $this->fetch($result);
        mysql_free_result($result);
        return $row;
    }

    function count($table, $where = '1') {
        $row = $this->one("SELECT COUNT(*) AS n FROM $table WHERE $where");
        return intval($row['n']);
    }

    function insert_id() {
        return mysql_insert_id($this->link);
    }

    function halt($msg) {
        error_log(date('Y-m-d H:i:s') . ' ' . $msg . "\n", 3, LOG_FILE);
        die('系统繁忙, 请稍后再试');
    }
}
?>

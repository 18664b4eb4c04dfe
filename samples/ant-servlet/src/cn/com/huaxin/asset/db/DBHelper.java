package cn.com.huaxin.asset.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

import org.apache.log4j.Logger;

/**
 * 数据库连接工具类
 * 
 * @author 李明 2006-03-15
 */
public class DBHelper {

    private static final Logger log = Logger.getLogger(DBHelper.class);

    private static DataSource ds = null;

    private DBHelper() {
    }

    /** 取连接，连接池由容器提供 */
    public static Connection getConnection() throws SQLException {
        try {
            if (ds == null) {
                Context ctx = new InitialContext();
                ds = (DataSource) ctx.lookup("java:comp/env/jdbc/assetDS");
            }
            return ds.getConnection();
        } catch (NamingException e) {
            log.error("找不到数据源 jdbc/assetDS", e);
            throw new SQLException("找不到数据源: " + e.getMessage());
        }
    }

    public static int queryInt(String sql) throws SQLException {
        Connection conn = getConnection();
        Statement st = null;
        ResultSet rs = null;
        try {
            st = conn.createStatement();
            rs = st.executeQuery(sql);
            return rs.next() ? rs.getInt(1) : 0;
        } finally {
            close(rs, st, conn);
        }
    }

    public static void close(ResultSet rs, Statement st, Connection conn) {
        try {
            if (rs != null) {
                rs.close();
            }
            if (st != null) {
                st.close();
            }
            if (conn != null) {
                conn.close();
            }
        } catch (SQLException e) {
            log.warn("关闭连接出错", e);
        }
    }
}

package cn.com.huaxin.asset.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import cn.com.huaxin.asset.model.Asset;
import cn.com.huaxin.asset.model.LoginUser;

public class AssetDao {

    public List findByDept(String dept) throws SQLException {
        Connection conn = DBHelper.getConnection();
        PreparedStatement ps = null;
        ResultSet rs = null;
        List list = new ArrayList();
        try {
            ps = conn.prepareStatement("SELECT * FROM (SELECT ID, ASSET_NO, NAME, DEPT, PRICE, BUY_DATE"
                    + " FROM T_ASSET WHERE DEPT = ? ORDER BY ID DESC) WHERE ROWNUM <= 200");
            ps.setString(1, dept);
            rs = ps.executeQuery();
            while (rs.next()) {
                Asset a = new Asset();
                a.setId(rs.getLong("ID"));
                a.setAssetNo(rs.getString("ASSET_NO"));
                a.setName(rs.getString("NAME"));
                a.setDept(rs.getString("DEPT"));
                a.setPrice(rs.getDouble("PRICE"));
                a.setBuyDate(rs.getDate("BUY_DATE"));
                list.add(a);
            }
            return list;
        } finally {
            DBHelper.close(rs, ps, conn);
        }
    }

    public void insert(Asset a) throws SQLException {
        Connection conn = DBHelper.getConnection();
        PreparedStatement ps = null;
        try {
            ps = conn.prepareStatement("INSERT INTO T_ASSET (ID, ASSET_NO, NAME, DEPT, PRICE, BUY_DATE)"
                    + " VALUES (SEQ_ASSET.NEXTVAL, ?, ?, ?, ?, SYSDATE)");
            ps.setString(1, a.getAssetNo());
            ps.setString(2, a.getName());
            ps.setString(3, a.getDept());
            ps.setDouble(4, a.getPrice());
            ps.executeUpdate();
        } finally {
            DBHelper.close(null, ps, conn);
        }
    }

    public LoginUser login(String name, String password) throws SQLException {
        Connection conn = DBHelper.getConnection();
        PreparedStatement ps = null;
        ResultSet rs = null;
        try {
            ps = conn.prepareStatement("SELECT DEPT FROM T_USER WHERE LOGIN_NAME = ? AND PASSWORD = ?");
            ps.setString(1, name);
            ps.setString(2, password);
            rs = ps.executeQuery();
            return rs.next() ? new LoginUser(name, rs.getString(1)) : null;
        } finally {
            DBHelper.close(rs, ps, conn);
        }
    }
}

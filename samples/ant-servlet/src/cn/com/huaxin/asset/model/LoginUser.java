package cn.com.huaxin.asset.model;

/** 登录用户，放在 session 里（没有实现 Serializable，集群时要改） */
public class LoginUser {

    private final String loginName;
    private final String dept;

    public LoginUser(String loginName, String dept) {
        this.loginName = loginName;
        this.dept = dept;
    }

    public String getLoginName() {
        return loginName;
    }

    public String getDept() {
        return dept;
    }
}

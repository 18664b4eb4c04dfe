package shop;
class Config {
    static final String PASSWORD = "password";
    static final String PARAM_PASSWORD = "j_pass";
    // String dbPassword = "tiger42";
    String pwd = System.getenv("DB_PASSWORD");
}

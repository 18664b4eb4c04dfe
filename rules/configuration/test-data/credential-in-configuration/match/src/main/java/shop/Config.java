package shop;
class Config {
    private static final String DB_PASSWORD = "tiger42";
    void set(DataSource d) { d.setPassword("oracle9"); }
}

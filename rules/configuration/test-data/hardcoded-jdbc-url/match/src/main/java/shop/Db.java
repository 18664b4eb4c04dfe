package shop;

class Db {
    static final String URL = "jdbc:mysql://" + "db2/shop";
    String other() {
        return "jdbc:db2://mainframe:50000/PAY";
    }
}

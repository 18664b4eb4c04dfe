package shop;

class Db {
    // "jdbc:mysql://10.0.0.1/old"
    boolean mysql(String url) {
        return url.startsWith("jdbc:mysql:");
    }
    String build(String host) {
        return "jdbc:mysql://" + host + "/shop";
    }
}

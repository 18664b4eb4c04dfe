package shop;
class Cache {
    // new Jedis("localhost", 6379)
    boolean local(String host) { return "localhost".equals(host); }
}

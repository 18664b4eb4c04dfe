package shop;
import redis.clients.jedis.Jedis;
class Cache {
    Jedis jedis = new Jedis("localhost", 6379);
}

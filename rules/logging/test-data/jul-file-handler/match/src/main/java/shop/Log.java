package shop;
import java.util.logging.FileHandler;
class Log {
    void init() throws Exception { add(new FileHandler("shop.log")); }
}

package shop;
import org.apache.log4j.*;
class Log {
    Appender make() throws Exception {
        return new RollingFileAppender(new SimpleLayout(), "shop.log");
    }
}

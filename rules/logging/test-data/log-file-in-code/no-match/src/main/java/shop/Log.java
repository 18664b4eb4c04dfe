package shop;
import org.apache.log4j.ConsoleAppender;
class Log {
    // new RollingFileAppender()
    Object make() { return new ConsoleAppender(); }
}

package shop;
import java.util.TimeZone;
// TimeZone.setDefault(x)
class T { TimeZone z = TimeZone.getTimeZone("UTC"); }

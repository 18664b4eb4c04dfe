package shop;
import java.util.TimeZone;
class T { static { TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai")); } }

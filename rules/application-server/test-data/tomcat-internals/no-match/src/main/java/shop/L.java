package shop;
import org.apache.catalina.startup.Tomcat;
class L { }

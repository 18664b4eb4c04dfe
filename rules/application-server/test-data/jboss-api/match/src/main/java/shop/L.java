package shop;
import org.jboss.ejb3.annotation.Pool;
class L { }

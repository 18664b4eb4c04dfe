package shop;
import org.jboss.logging.Logger;
class L { }

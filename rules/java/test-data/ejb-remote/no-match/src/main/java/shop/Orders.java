package shop;
import javax.ejb.Local;
// @Remote
@Local
public interface Orders { }

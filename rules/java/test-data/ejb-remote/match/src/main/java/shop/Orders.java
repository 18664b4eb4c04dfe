package shop;
import javax.ejb.Remote;
@Remote
public interface Orders { }

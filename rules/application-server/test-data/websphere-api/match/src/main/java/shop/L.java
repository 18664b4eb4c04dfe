package shop;
import com.ibm.websphere.naming.WsnInitialContextFactory;
class L { }

package shop;
import java.rmi.Naming;
import java.rmi.registry.LocateRegistry;
class Server {
    void start() throws Exception {
        LocateRegistry.createRegistry(1099);
        Naming.rebind("rmi://host/x", null);
    }
}

package shop;
class Server {
    // LocateRegistry.createRegistry(1099);
    void start(Naming naming) { naming.bindName("x"); }
}

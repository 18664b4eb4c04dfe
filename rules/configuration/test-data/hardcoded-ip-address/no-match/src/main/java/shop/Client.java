package shop;
class Client {
    // old host 10.20.30.40
    static final String VERSION = "10.20.30.40";
    static final String OID = "1.3.6.1.4.1";
    static final String AGENT = "Mozilla/5.0 Chrome/60.0.1.2 Safari";
    String loop = "127.0.0.1";
}

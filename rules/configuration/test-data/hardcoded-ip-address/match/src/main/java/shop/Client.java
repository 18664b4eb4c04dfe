package shop;
import java.net.Socket;
class Client {
    private static final String HOST = "10.20.30.40";
    void go() throws Exception {
        new Socket("59.110.1.2", 9000);
        String u = "ftp://192.168.0.9/in";
    }
}

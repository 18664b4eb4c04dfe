package shop;
import java.net.Socket;
// new ServerSocket(9100)
class Gate { void run(String h) throws Exception { new Socket(h, 9100); } }

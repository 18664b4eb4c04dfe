package shop;
import java.net.ServerSocket;
class Gate { void run() throws Exception { new ServerSocket(9100); } }

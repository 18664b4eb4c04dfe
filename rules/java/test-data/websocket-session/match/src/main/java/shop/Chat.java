package shop;
import javax.websocket.server.ServerEndpoint;
@ServerEndpoint("/chat")
class Chat { }

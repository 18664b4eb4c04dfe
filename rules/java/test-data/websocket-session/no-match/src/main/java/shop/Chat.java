package shop;
// @ServerEndpoint("/chat")
class Chat { }

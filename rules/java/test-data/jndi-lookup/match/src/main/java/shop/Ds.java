package shop;
import javax.naming.*;
class Ds {
    Object get() throws NamingException {
        Context ctx = new InitialContext();
        return ctx.lookup("java:comp/env/jdbc/shop");
    }
}

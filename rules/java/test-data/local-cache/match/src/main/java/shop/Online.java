package shop;
import java.util.*;
class Online {
    private static final Map<String, User> onlineUsers = new HashMap<String, User>();
}

package shop;
import java.util.*;
class Online {
    // private static Map<String, User> onlineUsers = new HashMap<>();
    private static final Map<String, String> NAMES = Map.of();
    private Map<String, String> cache = new HashMap<>();
}

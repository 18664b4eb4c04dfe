package shop;
class Ds {
    // ctx.lookup("java:comp/env/jdbc/shop")
    Object get(Registry r) { return r.lookup("shop"); }
}

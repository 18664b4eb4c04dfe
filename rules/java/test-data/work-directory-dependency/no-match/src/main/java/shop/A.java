package shop;
class A {
    // System.getProperty("user.home")
    String d() { return System.getProperty("java.io.tmpdir"); }
}

package shop;
class P { void f() throws Exception {
    Runtime.getRuntime().exec("convert a b");
    new ProcessBuilder("ls").start();
} }

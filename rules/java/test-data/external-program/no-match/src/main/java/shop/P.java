package shop;
// Runtime.getRuntime().exec("x")
class P { void f(Command c) { c.exec("x"); long m = Runtime.getRuntime().maxMemory(); } }

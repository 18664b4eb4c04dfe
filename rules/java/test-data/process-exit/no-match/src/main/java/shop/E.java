package shop;
// System.exit(1)
class E { void f(Door d) { d.exit(1); } }

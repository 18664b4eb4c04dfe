package shop;
class A {
    // getServletContext().getRealPath("/upload")
    Object r() { return getServletContext().getResourceAsStream("/x"); }
}
